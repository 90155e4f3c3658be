import { interviewSkill } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { FieldRow, LongTextField, ManyChoicesField, RatingField, Section } from '#web/ui/index.ts'
import { useFieldErrors } from '../useFieldErrors.ts'
import type { InterviewPartProps } from './interview-part.ts'
import { interviewWords } from './interview.words.ts'

/** How the client felt before and after: said by themselves, in their words, and as the worker saw it. */
export function EmotionFields({ sheet, refused }: InterviewPartProps) {
  const t = useWords(interviewWords)
  const field = useFieldErrors(sheet, refused)
  const ends = [t('tense'), t('calm')] as const
  return (
    <Section title={t('emotionPart')} lead={t('emotionLead')}>
      <FieldRow>
        <RatingField label={t('emotionBefore')} ends={ends} {...field('emotionBefore')} />
        <RatingField label={t('emotionAfter')} ends={ends} {...field('emotionAfter')} />
      </FieldRow>
      <FieldRow>
        <LongTextField label={t('emotionWordsBefore')} rows={1} {...field('emotionWordsBefore')} />
        <LongTextField label={t('emotionWordsAfter')} rows={1} {...field('emotionWordsAfter')} />
      </FieldRow>
      <FieldRow>
        <RatingField label={t('observedBefore')} ends={ends} {...field('observedBefore')} />
        <RatingField label={t('observedAfter')} ends={ends} {...field('observedAfter')} />
      </FieldRow>
      <FieldRow>
        <LongTextField
          label={t('observedWords')}
          hint={t('observedHint')}
          rows={2}
          {...field('observedWords')}
        />
        <LongTextField label={t('emotionHandled')} rows={2} {...field('emotionHandled')} />
      </FieldRow>
    </Section>
  )
}

/** How the client took the conversation, where they fell silent, and which skills were used. */
export function ReactionFields({ sheet, refused }: InterviewPartProps) {
  const t = useWords(interviewWords)
  const field = useFieldErrors(sheet, refused)
  const skills = useChoices(interviewSkill)
  return (
    <Section title={t('reactionPart')}>
      <FieldRow>
        <LongTextField label={t('reactions')} hint={t('reactionsHint')} rows={2} {...field('reactions')} />
        <LongTextField label={t('silence')} hint={t('silenceHint')} rows={2} {...field('silence')} />
      </FieldRow>
      <ManyChoicesField label={t('skillsUsed')} choices={skills} {...field('skillsUsed')} />
    </Section>
  )
}
