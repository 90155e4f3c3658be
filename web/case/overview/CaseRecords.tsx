import type { CaseView, RecordLine } from '#contract/case/overview.ts'
import { stage, type Stage } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Section } from '#web/ui/index.ts'
import { overviewWords } from './overview.words.ts'
import { RecordLineLink } from './RecordLineLink.tsx'
import { roomOf } from './rooms.ts'

const stageOf = {
  interview: 'intake',
  assessment: 'assessment',
  plan: 'plan',
  'process-record': 'delivery',
  evaluation: 'evaluation',
  closing: 'closing',
  'follow-up': 'followup',
} as const satisfies Record<RecordLine['kind'], Stage>

/** What was written, stage by stage, as lines that lead to the records; stages ahead are left out while empty. */
export function CaseRecords({ caseView }: { caseView: CaseView }) {
  const t = useWords(overviewWords)
  // What is only lent in an emergency is neither printed nor carried away.
  const places = caseView.abilities.print === 'yes' && (
    <>
      <Link to={`/cases/${caseView.id}/appointments`}>{t('appointments')}</Link>
      <Link to={`/cases/${caseView.id}/evidence`}>{t('evidence')}</Link>
      <Link to={`/people/${caseView.client.id}/genogram`}>{t('genogram')}</Link>
      <Link to={`/cases/${caseView.id}/ecomap`}>{t('ecomap')}</Link>
      <Link to={`/cases/${caseView.id}/scales`}>{t('scales')}</Link>
      <Link to={`/cases/${caseView.id}/questionnaires`}>{t('questionnaires')}</Link>
      <Link to={`/cases/${caseView.id}/consents`}>{t('consents')}</Link>
      <Link to={`/cases/${caseView.id}/referrals`}>{t('referrals')}</Link>
      <Link to={`/cases/${caseView.id}/attachments`}>{t('attachments')}</Link>
      <Link to={`/cases/${caseView.id}/documents`}>{t('documents')}</Link>
      <Link to={`/cases/${caseView.id}/file-copies`}>{t('fileCopies')}</Link>
    </>
  )
  return (
    <Section title={t('records')} actions={places}>
      <ol className="case-stages laid-out-when-near">
        {caseView.inquiryId && <FirstContactLine inquiryId={caseView.inquiryId} />}
        {caseView.stages.map((line) => (
          <StageRecords
            key={line.stage}
            caseId={caseView.id}
            of={line.stage}
            reached={line.state !== 'ahead'}
            records={caseView.records.filter(({ kind }) => stageOf[kind] === line.stage)}
          />
        ))}
      </ol>
    </Section>
  )
}

function FirstContactLine({ inquiryId }: { inquiryId: string }) {
  const t = useWords(overviewWords)
  return (
    <li>
      <Link to={`/inquiries/${inquiryId}`}>{t('inquiry')}</Link>
    </li>
  )
}

type StageRecordsProps = { caseId: string; of: Stage; reached: boolean; records: readonly RecordLine[] }

function StageRecords({ caseId, of, reached, records }: StageRecordsProps) {
  const t = useWords(overviewWords)
  const label = useLabel()
  if (!reached && records.length === 0) return null
  return (
    <li>
      <Link to={roomOf(caseId, of)}>{label(stage, of)}</Link>
      {records.length === 0 && <p className="case-no-records">{t('noRecords')}</p>}
      <ul>
        {records.map((record) => (
          <li key={record.id}>
            <RecordLineLink caseId={caseId} record={record} />
          </li>
        ))}
      </ul>
    </li>
  )
}
