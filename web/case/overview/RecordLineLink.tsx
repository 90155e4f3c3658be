import type { RecordLine } from '#contract/case/overview.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Badge, PersonName } from '#web/ui/index.ts'
import { overviewWords } from './overview.words.ts'
import { recordStateWords } from './record-state.words.ts'

const places = {
  interview: 'interview',
  assessment: 'assessment',
  plan: 'plan',
  'process-record': 'process-records',
  evaluation: 'evaluation',
  closing: 'closing',
  'follow-up': 'follow-up',
} as const satisfies Record<RecordLine['kind'], string>

const hasStateWord = (state: string): state is keyof typeof recordStateWords.languages.en =>
  state in recordStateWords.languages.en

const waiting = new Set([
  'draft',
  'awaiting-cosignature',
  'proposed',
  'submitted',
  'returned',
  'not-confirmed',
  'planned',
])

/** One record as a line: what it is, when, by whom, how far it has come. */
export function RecordLineLink({ caseId, record }: { caseId: string; record: RecordLine }) {
  const state = useWords(recordStateWords)
  const name = useRecordName()
  const formats = useFormats()
  const place = `/cases/${caseId}/${places[record.kind]}`
  return (
    <p className="record-line">
      <Link to={record.kind === 'process-record' ? `${place}/${record.id}` : place}>{name(record)}</Link>
      <span>{formats.date(record.day)}</span>
      {record.author && <PersonName>{record.author.name}</PersonName>}
      {hasStateWord(record.state) && (
        <Badge tone={waiting.has(record.state) ? 'info' : 'done'}>{state(record.state)}</Badge>
      )}
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
