import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StandingList } from '#contract/clients.ts'
import {
  clientStanding,
  helpResult,
  potentialClientKind,
  type ClientStanding,
  type PotentialClientKind,
} from '#contract/codes/index.ts'
import { useChoices, useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { type Typed, useTyped } from '#web/app/useTyped.ts'
import {
  ActionButton,
  Badge,
  Button,
  ChoiceField,
  DateField,
  LongTextField,
  Section,
  Sheet,
  Table,
  todayHere,
  Written,
  type Column,
} from '#web/ui/index.ts'
import { clientsWords } from './clients.words.ts'
import { sayStanding, standingsQuery } from './clients.api.ts'

/** Who somebody is to the agency: a potential client of a kind, or a client; each change a dated act that stays. */
export function Standing({ personId }: { personId: string }) {
  const t = useWords(clientsWords)
  const { data } = useSuspenseQuery(standingsQuery(personId))
  const [saying, say] = useState(false)
  const [present] = data.standings
  return (
    <Section
      title={t('standing')}
      actions={
        <ActionButton ability={saying ? 'not-you' : data.abilities.say} onClick={() => say(true)}>
          {present?.standing === 'potential' ? t('convert') : t('sayStanding')}
        </ActionButton>
      }
    >
      {saying && <StandingForm personId={personId} present={present} onDone={() => say(false)} />}
      {data.standings.length === 0 && !saying && <p>{t('noStanding')}</p>}
      <History standings={data.standings} />
      <EarlierHelp earlierHelp={data.earlierHelp} />
    </Section>
  )
}

function History({ standings }: Pick<StandingList, 'standings'>) {
  const t = useWords(clientsWords)
  const label = useLabel()
  const { date } = useFormats()
  return (
    <ol className="dated-acts">
      {standings.map((one, place) => (
        <li key={one.id}>
          <Badge>{label(clientStanding, one.standing)}</Badge>{' '}
          {one.kind && (
            <span>
              {one.standing === 'client'
                ? t('convertedFrom', { kind: label(potentialClientKind, one.kind) })
                : label(potentialClientKind, one.kind)}
            </span>
          )}{' '}
          {place === 0 && <small>{t('present')}</small>}
          <p className="kept-lines" dir="auto">
            <Written>{one.reason}</Written>
          </p>
          <small>
            <Written>{t('saidBy', { name: one.by.name, date: date(one.since) })}</Written>
          </small>
        </li>
      ))}
    </ol>
  )
}

type Help = StandingList['earlierHelp'][number]

/** Help that was sought before, row for row, over all contacts in sight. */
function EarlierHelp({ earlierHelp }: Pick<StandingList, 'earlierHelp'>) {
  const t = useWords(clientsWords)
  if (earlierHelp.length === 0) return null
  const columns: Column<Help>[] = [
    { key: 'whom', header: t('askedWhom'), cell: whomCell },
    { key: 'when', header: t('askedWhen'), cell: whenCell },
    { key: 'help', header: t('help'), cell: helpCell },
    { key: 'result', header: t('result'), cell: resultCell },
    { key: 'told', header: t('toldAt'), cell: toldCell },
  ]
  return (
    <>
      <h3>{t('earlierHelp')}</h3>
      <Table caption={t('earlierHelp')} rows={earlierHelp} rowKey={({ id }) => id} columns={columns} />
    </>
  )
}

const whomCell = ({ askedWhom }: Help) => <Written>{askedWhom}</Written>
const whenCell = ({ askedWhen }: Help) => <Written>{askedWhen}</Written>
const helpCell = ({ help }: Help) => <Written>{help}</Written>
const resultCell = ({ result }: Help) => result && <ResultLabel result={result} />
const toldCell = (row: Help) => <ToldLink row={row} />

function ResultLabel({ result }: { result: NonNullable<Help['result']> }) {
  return <>{useLabel()(helpResult, result)}</>
}

function ToldLink({ row }: { row: Help }) {
  const { date } = useFormats()
  return <Link to={`/inquiries/${row.inquiryId}`}>{date(row.toldAt)}</Link>
}

type Written = Readonly<{
  id: string
  standing: ClientStanding | null
  kind: PotentialClientKind | null
  reason: string
  since: string | null
}>

const begun = (present: StandingList['standings'][number] | undefined): Written => ({
  id: crypto.randomUUID(),
  standing: present?.standing === 'potential' ? 'client' : 'potential',
  kind: null,
  reason: '',
  since: todayHere(),
})

type StandingFormProps = {
  personId: string
  present: StandingList['standings'][number] | undefined
  onDone: () => void
}

function StandingForm({ personId, present, onDone }: StandingFormProps) {
  const t = useWords(clientsWords)
  const standings = useChoices(clientStanding)
  const kinds = useChoices(potentialClientKind)
  const typed = useTyped(`standing/${personId}`, () => begun(present))
  const { standing, kind, reason, since } = typed.value
  const saying = useSaying(personId, typed, onDone)
  const labels = { standing: t('standing'), kind: t('kind'), reason: t('why'), since: t('since') }
  return (
    <Sheet
      label={t('standing')}
      onSubmit={() => saying.mutate()}
      actions={
        <>
          <Button type="submit" look="main" busy={saying.isPending} disabled={reason.trim() === ''}>
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <ChoiceField
        label={t('standing')}
        required
        choices={standings}
        value={standing}
        onChange={(chosen) => typed.change({ standing: chosen })}
      />
      {standing === 'potential' && (
        <ChoiceField
          label={t('kind')}
          required
          choices={kinds}
          value={kind}
          onChange={(chosen) => typed.change({ kind: chosen })}
        />
      )}
      <DateField
        label={t('since')}
        required
        max={todayHere()}
        value={since}
        onChange={(day) => typed.change({ since: day })}
      />
      <LongTextField
        label={t('why')}
        required
        rows={2}
        value={reason}
        onChange={(text) => typed.change({ reason: text })}
      />
      <RefusalNote error={saying.error} labels={labels} />
    </Sheet>
  )
}

function useSaying(personId: string, typed: Typed<Written>, onDone: () => void) {
  const queries = useQueryClient()
  const { id, standing, kind, reason, since } = typed.value
  return useMutation({
    mutationFn: async () => {
      if (standing === null || since === null) return
      await sayStanding(personId, {
        id,
        standing,
        kind: standing === 'potential' ? kind : null,
        reason,
        since,
      })
    },
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: ['person', personId] })
      onDone()
    },
  })
}
