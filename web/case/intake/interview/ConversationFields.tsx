import { useWords } from '#web/app/LanguageContext.tsx'
import { LongTextField, Section, YesNoField } from '#web/ui/index.ts'
import { useFieldErrors } from '../useFieldErrors.ts'
import type { InterviewPartProps } from './interview-part.ts'
import { interviewWords } from './interview.words.ts'

/** How they came to seek help, the four parts of the narrative, and what both sides expect. */
export function ConversationFields({ sheet, refused }: InterviewPartProps) {
  const t = useWords(interviewWords)
  const field = useFieldErrors(sheet, refused)
  return (
    <>
      <Section title={t('helpPart')}>
        <LongTextField label={t('reasonsForHelp')} required {...field('reasonsForHelp')} />
        <LongTextField
          label={t('helpSeekingProcess')}
          hint={t('helpSeekingHint')}
          required
          {...field('helpSeekingProcess')}
        />
      </Section>
      <Section title={t('narrativePart')}>
        <LongTextField label={t('purpose')} required rows={2} {...field('purpose')} />
        <LongTextField label={t('process')} hint={t('processHint')} required rows={6} {...field('process')} />
        <LongTextField
          label={t('overallEvaluation')}
          hint={t('overallHint')}
          required
          {...field('overallEvaluation')}
        />
        <LongTextField label={t('suggestions')} required {...field('suggestions')} />
      </Section>
      <Section title={t('expectationPart')}>
        <LongTextField
          label={t('expectations')}
          hint={t('expectationsHint')}
          required
          {...field('expectations')}
        />
        <LongTextField label={t('unrealisticClarified')} rows={2} {...field('unrealisticClarified')} />
        <LongTextField label={t('agencyRequirements')} rows={2} {...field('agencyRequirements')} />
        <YesNoField label={t('jointEffortTold')} required {...field('jointEffortTold')} />
        <YesNoField label={t('clientWishesRelationship')} required {...field('clientWishesRelationship')} />
      </Section>
    </>
  )
}
