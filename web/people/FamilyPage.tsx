import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { caseState, familyRelation, stage } from '#contract/codes/index.ts'
import type { FamilySheet, FamilyView } from '#contract/families.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link, useRouteParam } from '#web/app/navigation.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import {
  ActionButton,
  Badge,
  EmptyState,
  Page,
  PersonName,
  Section,
  Table,
  Written,
  type Column,
} from '#web/ui/index.ts'
import { familyQuery, saveFamily } from './clients.api.ts'
import { familyWords } from './family.words.ts'
import { FamilyForm, type WrittenFamily } from './FamilyForm.tsx'
import { PersonSummary } from './PersonSummary.tsx'
import { SafeWays } from './SafeWays.tsx'
import './people.css'

/** A family as the unit that is served: who is in it, what they are to each other, and their cases in sight. */
export function FamilyPage() {
  const t = useWords(familyWords)
  const familyId = useRouteParam('familyId')
  const { data } = useSuspenseQuery(familyQuery(familyId))
  const [editing, edit] = useState(false)
  const family = data.value
  return (
    <Page
      title={family.name}
      tabTitle={t('family')}
      lead={family.note !== '' && <Written>{family.note}</Written>}
      back={{ to: '/people', label: t('backToPeople') }}
      actions={
        <ActionButton ability={editing ? 'not-you' : family.abilities.change} onClick={() => edit(true)}>
          {t('change')}
        </ActionButton>
      }
    >
      {editing ? (
        <Changing family={family} version={data.version} onDone={() => edit(false)} />
      ) : (
        <Members family={family} />
      )}
      <Ties family={family} />
      <Cases family={family} />
    </Page>
  )
}

type ChangingProps = { family: FamilyView; version: number; onDone: () => void }

function Changing({ family, version, onDone }: ChangingProps) {
  const queries = useQueryClient()
  const typed = useTyped(`family/${family.id}`, () => writtenOf(family), version)
  const saving = useMutation({
    mutationFn: (sheet: FamilySheet) => saveFamily(family.id, sheet, typed.version),
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: ['family', family.id] })
      await queries.invalidateQueries({ queryKey: ['person'] })
      onDone()
    },
    // A colleague was faster: what they wrote is loaded, and what is typed laid over it.
    onError: () => queries.invalidateQueries({ queryKey: ['family', family.id] }),
  })
  return <FamilyForm typed={typed} saving={saving} onSave={saving.mutate} onDone={onDone} />
}

const writtenOf = ({ id, name, note, members }: FamilyView): WrittenFamily => ({
  id,
  name,
  note,
  members: members.map(({ id: memberId, person, part, since, until }) => ({
    id: memberId,
    personId: person.id,
    part,
    since,
    until,
  })),
  people: members.map(({ person }) => person),
})

function Members({ family: { members } }: { family: FamilyView }) {
  const t = useWords(familyWords)
  const { date } = useFormats()
  return (
    <Section title={t('members')}>
      {members.length === 0 && <p>{t('noMembers')}</p>}
      <ul className="relatives">
        {members.map(({ id, person, part, since, until, isMinor, underFourteen }) => (
          <li key={id}>
            <Link to={`/people/${person.id}`}>
              <PersonSummary person={person} />
            </Link>
            <p className="person-who">
              {part !== '' && (
                <span>
                  <Written>{part}</Written>
                </span>
              )}
              {underFourteen ? (
                <Badge tone="warn">{t('underFourteen')}</Badge>
              ) : (
                isMinor && <Badge>{t('minor')}</Badge>
              )}
              {since && <small>{t('from', { date: date(since) })}</small>}
              {until && <small>{t('until', { date: date(until) })}</small>}
            </p>
            {until === null && <SafeWays personId={person.id} phoneShown />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Ties({ family: { ties, members } }: { family: FamilyView }) {
  const t = useWords(familyWords)
  const label = useLabel()
  const nameOf = (id: string) => members.find(({ person }) => person.id === id)?.person.name ?? ''
  if (ties.length === 0) return null
  return (
    <Section title={t('ties')}>
      <ul className="plain-list">
        {ties.map(({ personId, relativeId, kind, guardian }) => (
          <li key={`${personId} ${relativeId} ${kind}`}>
            <Written>
              {t('tie', {
                relative: nameOf(relativeId),
                kind: label(familyRelation, kind),
                person: nameOf(personId),
              })}
            </Written>{' '}
            {guardian && <Badge>{t('guardian')}</Badge>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Cases({ family: { cases } }: { family: FamilyView }) {
  const t = useWords(familyWords)
  const label = useLabel()
  if (cases.length === 0) return <EmptyState title={t('noCases')}>{t('noCasesLead')}</EmptyState>
  const columns: Column<Case>[] = [
    { key: 'number', header: t('caseNumber'), cell: numberCell },
    { key: 'client', header: t('client'), cell: clientCell },
    { key: 'stage', header: t('stage'), cell: (row) => label(stage, row.stage) },
    { key: 'state', header: t('state'), cell: (row) => label(caseState, row.state) },
    { key: 'serves', header: t('serves'), cell: (row) => (row.serves ? t('yes') : '') },
  ]
  return (
    <Section title={t('cases')}>
      <Table caption={t('cases')} rows={cases} rowKey={({ id }) => id} columns={columns} />
    </Section>
  )
}

type Case = FamilyView['cases'][number]
const numberCell = ({ id, number }: Case) => <Link to={`/cases/${id}`}>{number}</Link>
const clientCell = ({ client }: Case) => <PersonName>{client.name}</PersonName>
