import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SafeContactView, SafeWay } from '#contract/clients.ts'
import { safeChannel } from '#contract/codes/index.ts'
import { useChoices, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import {
  ActionButton,
  Badge,
  Button,
  ChoiceField,
  FieldRow,
  RowsField,
  Sheet,
  TextField,
  Written,
  type RowTools,
} from '#web/ui/index.ts'
import { safeContactsQuery, saveSafeContacts } from './clients.api.ts'
import { clientsWords } from './clients.words.ts'
import './people.css'

type SafeWaysProps = { personId: string; phoneShown?: boolean }

/**
 * How somebody is reached without danger: the way, when, what may be said, who may answer. It stands at the head of every page
 * from which one calls; what must never be done stands first.
 */
export function SafeWays({ personId, phoneShown = false }: SafeWaysProps) {
  const t = useWords(clientsWords)
  const contact = useQuery(safeContactsQuery(personId))
  const [editing, edit] = useState(false)
  if (contact.isPending) return <div className="safe-ways coming" />
  if (!contact.data) return <RefusalNote error={contact.error} />
  const { ways, words, phone, abilities } = contact.data
  return (
    <section className="safe-ways" aria-label={t('safeWays')}>
      {phoneShown && phone !== '' && (
        <p>
          <a href={`tel:${phone}`}>{phone}</a>
        </p>
      )}
      {phoneShown && words !== '' && (
        <p className="kept-lines" dir="auto">
          <Written>{words}</Written>
        </p>
      )}
      {editing ? (
        <WaysForm personId={personId} contact={contact.data} onDone={() => edit(false)} />
      ) : (
        <>
          <Ways ways={ways} />
          <ActionButton ability={abilities.change} look="quiet" onClick={() => edit(true)}>
            {ways.length === 0 ? t('addWays') : t('changeWays')}
          </ActionButton>
        </>
      )}
    </section>
  )
}

function Ways({ ways }: { ways: readonly SafeWay[] }) {
  const t = useWords(clientsWords)
  const label = useLabel()
  if (ways.length === 0) return null
  const neverFirst = ways.toSorted(
    (one, other) => Number(other.channel === 'never') - Number(one.channel === 'never'),
  )
  return (
    <ul className="plain-list safe-way-list">
      {neverFirst.map((way) => (
        <li key={JSON.stringify(way)}>
          <Badge tone={way.channel === 'never' ? 'danger' : 'info'}>{label(safeChannel, way.channel)}</Badge>{' '}
          {[
            [t('times'), way.times],
            [t('maySay'), way.maySay],
            [t('whoAnswers'), way.whoAnswers],
          ]
            .filter(([, said]) => said !== '')
            .map(([name, said]) => (
              <span key={name}>
                <small>{name}</small> <Written>{said ?? ''}</Written>{' '}
              </span>
            ))}
        </li>
      ))}
    </ul>
  )
}

const newWay = (): SafeWay => ({ channel: 'phone', times: '', maySay: '', whoAnswers: '' })

type WaysFormProps = { personId: string; contact: SafeContactView; onDone: () => void }

function WaysForm({ personId, contact, onDone }: WaysFormProps) {
  const t = useWords(clientsWords)
  const queries = useQueryClient()
  const typed = useTyped<{ ways: SafeWay[] }>(
    `safe-ways/${personId}`,
    () => ({ ways: contact.ways.length > 0 ? contact.ways : [newWay()] }),
    contact.version,
  )
  const { ways } = typed.value
  const saving = useMutation({
    mutationFn: () => saveSafeContacts(personId, ways, typed.version),
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: ['person', personId] })
      onDone()
    },
    // A colleague was faster: what they wrote is loaded, and what is typed laid over it.
    onError: () => queries.invalidateQueries({ queryKey: ['person', personId] }),
  })
  return (
    <Sheet
      label={t('safeWays')}
      onSubmit={() => saving.mutate()}
      actions={
        <>
          <Button type="submit" busy={saving.isPending}>
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <RowsField<SafeWay>
        label={t('safeWays')}
        hint={t('safeWaysHint')}
        newRow={newWay}
        addLabel={t('addWay')}
        max={12}
        value={ways}
        onChange={(rows) => typed.change({ ways: rows })}
      >
        {(row) => <WayFields {...row} />}
      </RowsField>
      <RefusalNote error={saving.error} />
    </Sheet>
  )
}

function WayFields({ row, set }: RowTools<SafeWay>) {
  const t = useWords(clientsWords)
  const channels = useChoices(safeChannel)
  return (
    <>
      <FieldRow>
        <ChoiceField
          label={t('channel')}
          required
          choices={channels}
          value={row.channel}
          onChange={(channel) => channel && set('channel')(channel)}
        />
        <TextField label={t('times')} value={row.times} onChange={set('times')} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('maySay')} value={row.maySay} onChange={set('maySay')} />
        <TextField label={t('whoAnswers')} value={row.whoAnswers} onChange={set('whoAnswers')} />
      </FieldRow>
    </>
  )
}
