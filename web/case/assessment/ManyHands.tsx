import type { AssessmentSheet } from '#contract/case/assessment.ts'
import { manyHandsNeeded } from '#contract/case/many-hands.ts'
import { receiverKind } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Notice } from '#web/ui/index.ts'
import { sheetWords } from './sheet.words.ts'

/** Says “case management” and why, once two agencies or professions are needed. */
export function ManyHands({ sheet }: { sheet: AssessmentSheet }) {
  const t = useWords(sheetWords)
  const label = useLabel()
  const formats = useFormats()
  const hands = manyHandsNeeded(sheet)
  if (hands.length < 2) return null
  const names = formats.list(hands.map((kind) => label(receiverKind, kind)))
  return <Notice title={t('manyHands')}>{t('manyHandsLead', { names })}</Notice>
}
