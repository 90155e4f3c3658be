import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClientKindList, ClientKindView, SayClientKind } from '#contract/clients.ts'
import { clientKind, involuntaryGround } from '#contract/codes/index.ts'
import { useChoices, useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { type Typed, useTyped } from '#web/app/useTyped.ts'
import {
  ActionButton,
  Badge,
  Button,
  ChoiceField,
  DateField,
  Facts,
  LongTextField,
  Sheet,
  TextField,
  todayHere,
  Written,
} from '#web/ui/index.ts'
import { type ClientPlace, clientKindsQuery, sayClientKind } from './clients.api.ts'
import { clientsWords } from './clients.words.ts'
import './people.css'

/**
 * Whether the client comes of their own will, at the head of their case or first contact: what holds now, how it came to be, and
 * the way to say that it has changed.
 */
export function ClientKindNote({ place }: { place: ClientPlace }) {
  const kinds = useQuery(clientKindsQuery(place))
  if (kinds.isPending) return <div className="client-kind coming" />
  if (!kinds.data) return <RefusalNote error={kinds.error} />
  return <Known place={place} list={kinds.data} />
}

function Known({ place, list: { kinds, abilities } }: { place: ClientPlace; list: ClientKindList }) {
  const t = useWords(clientsWords)
  const label = useLabel()
  const [saying, say] = useState(false)
  const [present, ...before] = kinds
  if (!present) return null
  return (
    <section className="client-kind" aria-label={t('clientKind')}>
      <p className="client-kind-now">
        <Badge tone={present.kind === 'involuntary' ? 'warn' : 'info'}>
          {label(clientKind, present.kind)}
        </Badge>
        {present.ground && <span>{label(involuntaryGround, present.ground)}</span>}
        {!saying && (
          <ActionButton ability={abilities.say} look="quiet" onClick={() => say(true)}>
            {t('sayKind')}
          </ActionButton>
        )}
      </p>
      {present.kind === 'involuntary' && <Compelled kind={present} />}
      {saying && <KindForm place={place} onDone={() => say(false)} />}
      {before.length > 0 && (
        <details>
          <summary>{t('kindHistory', { count: before.length })}</summary>
          <ol className="dated-acts">
            {kinds.map((one) => (
              <li key={one.id ?? 'first'}>
                <KindLine kind={one} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function Compelled({ kind: { compelledBy, resistance, approach } }: { kind: ClientKindView }) {
  const t = useWords(clientsWords)
  return (
    <Facts
      facts={[
        { label: t('compelledBy'), value: compelledBy },
        { label: t('resistance'), value: resistance },
        { label: t('approach'), value: approach },
      ]}
    />
  )
}

function KindLine({ kind }: { kind: ClientKindView }) {
  const t = useWords(clientsWords)
  const label = useLabel()
  const { date } = useFormats()
  return (
    <>
      <Badge>{label(clientKind, kind.kind)}</Badge>{' '}
      {kind.ground && <span>{label(involuntaryGround, kind.ground)}</span>}
      <p className="kept-lines" dir="auto">
        <Written>{kind.id === null ? t('saidAtFirst') : kind.reason}</Written>
      </p>
      <small>
        <Written>{t('saidBy', { name: kind.by.name, date: date(kind.since) })}</Written>
      </small>
    </>
  )
}

type Said = Pick<SayClientKind, 'compelledBy' | 'resistance' | 'approach' | 'reason'> &
  Readonly<{
    id: string
    kind: SayClientKind['kind'] | null
    ground: SayClientKind['ground']
    since: string | null
  }>

const nothingSaid = (): Said => ({
  id: crypto.randomUUID(),
  kind: null,
  ground: null,
  compelledBy: '',
  resistance: '',
  approach: '',
  reason: '',
  since: todayHere(),
})

function KindForm({ place, onDone }: { place: ClientPlace; onDone: () => void }) {
  const t = useWords(clientsWords)
  const where = 'caseId' in place ? place.caseId : place.inquiryId
  const typed = useTyped(`client-kind/${place.personId}/${where}`, nothingSaid)
  const { value: said } = typed
  const saying = useSaying(place, typed, onDone)
  const labels = {
    kind: t('clientKind'),
    ground: t('ground'),
    approach: t('approach'),
    reason: t('whyChanged'),
    since: t('since'),
  }
  return (
    <Sheet
      label={t('sayKind')}
      onSubmit={() => saying.mutate()}
      actions={
        <>
          <Button
            type="submit"
            look="main"
            busy={saying.isPending}
            disabled={said.kind === null || said.reason.trim() === ''}
          >
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <KindFields said={said} change={typed.change} />
      <RefusalNote error={saying.error} labels={labels} />
    </Sheet>
  )
}

function KindFields({ said, change }: { said: Said; change: (part: Partial<Said>) => void }) {
  const t = useWords(clientsWords)
  const kinds = useChoices(clientKind)
  const grounds = useChoices(involuntaryGround)
  const set =
    <Key extends keyof Said>(key: Key) =>
    (value: Said[Key]) =>
      change({ [key]: value })
  return (
    <>
      <ChoiceField
        label={t('clientKind')}
        required
        choices={kinds}
        value={said.kind}
        onChange={set('kind')}
      />
      {said.kind === 'involuntary' && (
        <>
          <ChoiceField
            label={t('ground')}
            required
            choices={grounds}
            value={said.ground}
            onChange={set('ground')}
          />
          <TextField label={t('compelledBy')} value={said.compelledBy} onChange={set('compelledBy')} />
          <LongTextField
            label={t('resistance')}
            rows={2}
            value={said.resistance}
            onChange={set('resistance')}
          />
          <LongTextField label={t('approach')} rows={2} value={said.approach} onChange={set('approach')} />
        </>
      )}
      <DateField label={t('since')} required max={todayHere()} value={said.since} onChange={set('since')} />
      <LongTextField label={t('whyChanged')} required rows={2} value={said.reason} onChange={set('reason')} />
    </>
  )
}

function useSaying(place: ClientPlace, typed: Typed<Said>, onDone: () => void) {
  const queries = useQueryClient()
  const { id, kind, ground, since, ...words } = typed.value
  return useMutation({
    mutationFn: async () => {
      if (kind === null || since === null) return
      const where =
        'caseId' in place
          ? { caseId: place.caseId, inquiryId: null }
          : { caseId: null, inquiryId: place.inquiryId }
      const compelled =
        kind === 'involuntary' ? words : { ...words, compelledBy: '', resistance: '', approach: '' }
      await sayClientKind(place.personId, {
        id,
        ...where,
        kind,
        ground: kind === 'involuntary' ? ground : null,
        since,
        ...compelled,
      })
    },
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: ['person', place.personId] })
      onDone()
    },
  })
}
