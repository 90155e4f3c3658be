import type { AssessmentSheet, AssessmentView, Correction } from '#contract/case/assessment.ts'
import { linesOf } from '#contract/case/assessment-lines.ts'
import { confirmationResult, confirmationWay } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, PersonName, Section, Table, Written } from '#web/ui/index.ts'
import { assessmentWords } from './assessment.words.ts'
import { clientViewWords } from './client-view.words.ts'

/** What the client said: the correction stands here, in front of the text it corrects. Draws nothing before it is given. */
export function ClientViewSection({ view: { clientView, sheet } }: { view: AssessmentView }) {
  const t = useWords(assessmentWords)
  const say = useWords(clientViewWords)
  const label = useLabel()
  const formats = useFormats()
  if (!clientView) return null
  const textLabel = {
    confirmed: say('remark'),
    corrected: t('viewCorrected'),
    'not-confirmed': t('viewWhy'),
  }[clientView.view]
  return (
    <Section title={t('viewTitle')}>
      <Facts
        facts={[
          { label: t('viewAnswer'), value: label(confirmationResult, clientView.view) },
          { label: textLabel, value: clientView.text },
          { label: t('viewBy'), value: <PersonName>{clientView.person.name}</PersonName> },
          { label: t('viewWay'), value: label(confirmationWay, clientView.way) },
          { label: t('viewAt'), value: formats.moment(clientView.givenAt) },
          { label: t('viewRecordedBy'), value: clientView.recordedBy.name },
          { label: say('readLanguage'), value: clientView.language && say(clientView.language) },
        ]}
      />
      <Corrections sheet={sheet} corrections={clientView.corrections} />
    </Section>
  )
}

const written = (text = '') => <Written>{text}</Written>

type CorrectionsProps = { sheet: AssessmentSheet; corrections: readonly Correction[] }

/** Each corrected line: what stood there, and what the client says instead. */
function Corrections({ sheet, corrections }: CorrectionsProps) {
  const t = useWords(clientViewWords)
  if (corrections.length === 0) return null
  const was = new Map(linesOf(sheet).map(({ line, text }) => [line, text]))
  return (
    <Table
      caption={t('correctedLines')}
      captionShown
      rows={corrections}
      rowKey={({ line }) => line}
      columns={[
        { key: 'was', header: t('was'), cell: ({ line }) => written(was.get(line)) },
        { key: 'says', header: t('says'), cell: ({ says }) => written(says) },
      ]}
    />
  )
}
