import type { AssessmentView } from '#contract/case/assessment.ts'
import { confirmationResult, confirmationWay } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, PersonName, Section } from '#web/ui/index.ts'
import { assessmentWords } from './assessment.words.ts'
import { clientViewWords } from './client-view.words.ts'

/** What the client said: the correction stands here, in front of the text it corrects. Draws nothing before it is given. */
export function ClientViewSection({ view: { clientView } }: { view: AssessmentView }) {
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
        ]}
      />
    </Section>
  )
}
