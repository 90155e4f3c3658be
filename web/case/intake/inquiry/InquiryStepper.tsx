import type { InquiryView } from '#contract/case/intake.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Stepper } from '#web/ui/index.ts'
import { inquiryWords } from './inquiry.words.ts'
import { inquiryPlaces } from './places.ts'

type InquiryStepperProps = { inquiry: InquiryView; here: 'sheet' | 'assessment' | 'decision' }

/** Where one is: registration, preliminary assessment, decision. A step leads to its page once its time has come. */
export function InquiryStepper({ inquiry, here }: InquiryStepperProps) {
  const t = useWords(inquiryWords)
  const places = inquiryPlaces(inquiry.id)
  const registered = inquiry.state !== 'draft'
  const done = {
    sheet: registered,
    assessment: inquiry.sharing !== null,
    decision: inquiry.conclusion !== null && inquiry.state !== 'waiting',
  }
  const labels = { sheet: t('stepSheet'), assessment: t('stepAssessment'), decision: t('stepDecision') }
  const steps = (['sheet', 'assessment', 'decision'] as const).map((key) => ({
    key,
    label: labels[key],
    state: key === here ? ('current' as const) : done[key] ? ('done' as const) : ('ahead' as const),
    ...(key !== here && (key === 'sheet' || registered) ? { to: places[key] } : {}),
  }))
  return <Stepper steps={steps} label={t('steps')} />
}
