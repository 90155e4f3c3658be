import type { AssessmentView } from '#contract/case/assessment.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Notice } from '#web/ui/index.ts'
import { AwaitedNotice } from '#web/case/overview/AwaitedNotice.tsx'
import { assessmentWords } from './assessment.words.ts'

/** Where the assessment stands and why that matters: an unconfirmed one says so wherever it is read. */
export function StateNotice({ view }: { view: AssessmentView }) {
  return (
    <>
      <StateOf view={view} />
      <AwaitedNotice awaited={view.awaited} />
    </>
  )
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
