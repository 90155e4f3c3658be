import { type PlanView, riskDegree } from '#contract/case/plan.ts'
import { workingMethod } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, Section, Table } from '#web/ui/index.ts'
import { goalWords } from './goal.words.ts'
import { workWords } from './work.words.ts'

/** The rest of a signed plan: its time, its strategy, its agreements and its risks. */
export function FrameReading({ plan: { sheet, assessment } }: { plan: PlanView }) {
  const t = useWords(workWords)
  const say = useWords(goalWords)
  const { masked } = assessment
  const label = useLabel()
  const formats = useFormats()
  const day = (date: string | null) => date && formats.date(date)
  return (
    <Section title={t('frame')}>
      <Facts
        facts={[
          { label: t('startsOn'), value: day(sheet.startsOn) },
          { label: t('endsOn'), value: day(sheet.endsOn) },
          { label: t('reviewOn'), value: day(sheet.reviewOn) },
          { label: t('strategy'), value: sheet.strategy },
          {
            label: t('methods'),
            value: formats.phrases(sheet.methods.map((method) => label(workingMethod, method))),
          },
          { label: t('rationale'), value: masked ? say('masked') : sheet.rationale },
          { label: t('participation'), value: sheet.participation },
          { label: t('evaluationWay'), value: sheet.evaluationWay },
          { label: t('clientDuties'), value: sheet.clientDuties },
          { label: t('agencyDuties'), value: sheet.agencyDuties },
        ]}
      />
      <h3>{t('risks')}</h3>
      <RiskTable risks={sheet.risks} masked={masked} />
    </Section>
  )
}

type RiskTableProps = { risks: PlanView['sheet']['risks']; masked: boolean }

function RiskTable({ risks, masked }: RiskTableProps) {
  const t = useWords(workWords)
  const notShown = useWords(goalWords)('masked')
  const label = useLabel()
  const degree = (code: (typeof risks)[number]['impact']) => (code === null ? '' : label(riskDegree, code))
  if (risks.length === 0) return null
  return (
    <Table
      caption={t('risks')}
      rows={risks.map((one, at) => ({ ...one, at }))}
      rowKey={({ at }) => String(at)}
      columns={[
        { key: 'risk', header: t('risk'), cell: ({ risk }) => (masked ? notShown : risk) },
        { key: 'likelihood', header: t('likelihood'), cell: ({ likelihood }) => degree(likelihood) },
        { key: 'impact', header: t('impact'), cell: ({ impact }) => degree(impact) },
        { key: 'response', header: t('response'), cell: ({ response }) => response },
        { key: 'owner', header: t('owner'), cell: ({ owner }) => owner },
      ]}
    />
  )
}
