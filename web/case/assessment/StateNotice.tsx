import type { AssessmentView } from '#contract/case/assessment.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Notice } from '#web/ui/index.ts'
import { assessmentWords } from './assessment.words.ts'
import { clientViewWords } from './client-view.words.ts'

/** Where the assessment stands and why that matters: an unconfirmed one says so wherever it is read. */
export function StateNotice({ view }: { view: AssessmentView }) {
  return (
    <>
      <StateOf view={view} />
      <Awaited names={view.awaited} />
    </>
  )
}

/** Who was asked on their own phone and has not answered. */
function Awaited({ names }: { names: readonly string[] }) {
  const say = useWords(clientViewWords)
  const { list } = useFormats()
  return names.length === 0 ? null : <Notice tone="warn">{say('awaited', { names: list(names) })}</Notice>
}

function StateOf({ view }: { view: AssessmentView }) {
  const t = useWords(assessmentWords)
  if (view.state === 'awaiting-cosignature')
    return view.abilities.cosign === 'yes' ? (
      <Notice title={t('cosignTitle')}>{t('cosignLead', { name: view.signature?.by.name ?? '' })}</Notice>
    ) : (
      <Notice title={t('waitsTitle')}>{t('waitsLead')}</Notice>
    )
  if (view.state === 'signed')
    return (
      <Notice tone="warn" title={t('unconfirmed')}>
        <p>{t('unconfirmedLead')}</p>
        {view.abilities.confirm === 'yes' && <p>{t('togetherLead')}</p>}
      </Notice>
    )
  if (view.state === 'not-confirmed')
    return (
      <Notice tone="warn" title={t('unconfirmed')}>
        {t('againLead')}
      </Notice>
    )
  return view.state === 'draft' ? null : <Notice>{t('toPlanLead')}</Notice>
}
