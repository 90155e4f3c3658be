import type { AssessmentSheet, AssessmentView, Correction, GivenView } from '#contract/case/assessment.ts'
import { linesOf } from '#contract/case/assessment-lines.ts'
import { confirmationResult, confirmationWay } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, PersonName, Section, Table, Written } from '#web/ui/index.ts'
import { assessmentWords } from './assessment.words.ts'
import { maskedWords } from './masked.words.ts'
import { clientViewWords } from './client-view.words.ts'

/** What client and guardian said, each with name, day and way; corrections stand in front of the text they correct. */
export function ClientViewSection({ view }: { view: AssessmentView }) {
  const t = useWords(assessmentWords)
  const { clientView, furtherViews, sheet, masked } = view
  if (!clientView) return null
  return (
    <Section title={t('viewTitle')}>
      {[clientView, ...furtherViews].map((given) => (
        <OneView key={given.person.id} given={given} sheet={sheet} masked={masked?.said ?? false} />
      ))}
    </Section>
  )
}

type OneViewProps = { given: GivenView; sheet: AssessmentSheet; masked: boolean }

function OneView({ given, sheet, masked }: OneViewProps) {
  const notShown = useWords(maskedWords)('notShown')
  const t = useWords(assessmentWords)
  const say = useWords(clientViewWords)
  const label = useLabel()
  const formats = useFormats()
  const textLabel = {
    confirmed: say('remark'),
    corrected: t('viewCorrected'),
    'not-confirmed': t('viewWhy'),
  }[given.view]
  return (
    <>
      <Facts
        facts={[
          { label: t('viewAnswer'), value: label(confirmationResult, given.view) },
          { label: textLabel, value: masked && given.saidMore ? notShown : given.text },
          { label: t('viewBy'), value: <PersonName>{given.person.name}</PersonName> },
          {
            label: t('viewWay'),
            value: given.byLink ? say('byLink') : label(confirmationWay, given.way),
          },
          { label: t('viewAt'), value: formats.moment(given.givenAt) },
          { label: t('viewRecordedBy'), value: given.recordedBy.name },
          { label: say('readLanguage'), value: given.language && say(given.language) },
        ]}
      />
      <Corrections sheet={sheet} corrections={given.corrections} />
    </>
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
