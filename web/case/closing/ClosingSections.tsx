import type { ClosingSheet } from '#contract/case/closing.ts'
import { closingReaction, closingReadiness, closingReason } from '#contract/codes/index.ts'
import { useChoices, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import type { BoundField } from '#web/app/useDraftSheet.ts'
import { ChoiceField, DateField, LongTextField, ManyChoicesField, Section, todayHere } from '#web/ui/index.ts'
import { closingWords } from './closing.words.ts'

/** What the parts of the sheet need. */
export type ClosingFields = {
  sheet: ClosingSheet
  clientIsMinor: boolean
  field: <Key extends keyof ClosingSheet>(key: Key) => BoundField<ClosingSheet[Key]>
}
type Props = { fields: ClosingFields }

/** Of someone who died or cannot be found nobody asks for a view or a reaction. */
const canBeAsked = ({ reason }: ClosingSheet) => reason !== 'death' && reason !== 'lost-contact'

/** Why it ends, and whether the client is ready. */
export function EndingSection({ fields: { field, sheet } }: Props) {
  const t = useWords(closingWords)
  const reasons = useChoices(closingReason)
  const readiness = useChoices(closingReadiness)
  return (
    <Section title={t('ending')}>
      <ChoiceField label={t('reason')} choices={reasons} {...field('reason')} />
      <LongTextField label={t('reasonNote')} rows={2} {...field('reasonNote')} />
      {canBeAsked(sheet) && (
        <>
          <ManyChoicesField label={t('readiness')} choices={readiness} {...field('readiness')} />
          <DateField label={t('announcedOn')} max={todayHere()} {...field('announcedOn')} />
        </>
      )}
    </Section>
  )
}

/** What the problem was and what became of it; begun with what earlier stages said. */
export function AchievedSection({ fields: { field, sheet } }: Props) {
  const t = useWords(closingWords)
  return (
    <Section title={t('achieved')}>
      <LongTextField label={t('mainProblem')} {...field('mainProblem')} />
      <LongTextField label={t('outcome')} {...field('outcome')} />
      <LongTextField label={t('gap')} rows={2} {...field('gap')} />
      {canBeAsked(sheet) && (
        <LongTextField label={t('clientView')} hint={t('clientViewHint')} {...field('clientView')} />
      )}
      <LongTextField label={t('lessons')} {...field('lessons')} />
    </Section>
  )
}

/** How the ending is taken and cared for, and what was looked back on together. */
export function PartingSection({ fields: { field, sheet } }: Props) {
  const t = useWords(closingWords)
  const reactions = useOwnChoices(closingReaction)
  if (!canBeAsked(sheet)) return null
  const cared = sheet.reactions.some((one) => one !== 'none' && one !== 'positive')
  return (
    <Section title={t('parting')}>
      <ManyChoicesField label={t('reactions')} choices={reactions} {...field('reactions')} />
      {(cared || sheet.reactionCare !== '') && (
        <LongTextField label={t('reactionCare')} {...field('reactionCare')} />
      )}
      <LongTextField label={t('review')} {...field('review')} />
      <LongTextField label={t('future')} rows={2} {...field('future')} />
    </Section>
  )
}
