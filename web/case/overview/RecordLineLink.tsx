import type { RecordLine } from '#contract/case/overview.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Badge, PersonName } from '#web/ui/index.ts'
import { overviewWords } from './overview.words.ts'
import { recordStateWords } from './record-state.words.ts'

/** Where the stage is worked on, and where one record of it is read. */
const places = {
  interview: ['interview', 'interviews'],
  assessment: ['assessment', 'assessment'],
  plan: ['plan', 'plans'],
  'process-record': ['delivery', 'process-records'],
  evaluation: ['evaluation', 'evaluation'],
  closing: ['closing', null],
  'follow-up': ['follow-up', null],
} as const satisfies Record<RecordLine['kind'], readonly [room: string, reading: string | null]>

/** A draft is written in the room of its stage; what is signed is read on a page of its own, where it has one. */
function placeOfRecord(caseId: string, { kind, id, state }: RecordLine): string {
  const [room, reading] = places[kind]
  const inRoom = reading === null || (state === 'draft' && kind !== 'process-record')
  return inRoom ? `/cases/${caseId}/${room}` : `/cases/${caseId}/${reading}/${id}`
}

const hasStateWord = (state: string): state is keyof typeof recordStateWords.languages.en =>
  state in recordStateWords.languages.en

const waiting = new Set([
  'draft',
  'awaiting-cosignature',
  'proposed',
  'submitted',
  'returned',
  'not-confirmed',
  'unconfirmed',
  'planned',
])

/** A signed assessment that the client has not confirmed says so wherever it is named. */
const shownState = ({ kind, state }: RecordLine) =>
  kind === 'assessment' && state === 'signed' ? 'unconfirmed' : state

/** One record as a line: what it is, when, by whom, how far it has come. */
export function RecordLineLink({ caseId, record }: { caseId: string; record: RecordLine }) {
  const state = useWords(recordStateWords)
  const name = useRecordName()
  const formats = useFormats()
  const shown = shownState(record)
  return (
    <p className="record-line">
      <Link to={placeOfRecord(caseId, record)}>{name(record)}</Link>
      <span>{formats.date(record.day)}</span>
      {record.author && <PersonName>{record.author.name}</PersonName>}
      {hasStateWord(shown) && <Badge tone={waiting.has(shown) ? 'info' : 'done'}>{state(shown)}</Badge>}
      {record.late && <Badge tone="warn">{state('late')}</Badge>}
    </p>
  )
}

function useRecordName() {
  const t = useWords(overviewWords)
  return ({ kind, ordinal }: RecordLine): string => {
    if (kind === 'plan') return t('plan', { number: ordinal ?? 1 })
    if (kind === 'process-record') return t('processRecord', { number: ordinal ?? 1 })
    return t(kind === 'follow-up' ? 'followUp' : kind)
  }
}
