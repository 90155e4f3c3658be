import { RefusedByServer } from '#web/app/api.ts'
import { useLanguage } from '#web/app/LanguageContext.tsx'
import { fieldSentenceFor } from '#web/app/sentences.ts'
import type { BoundField, DraftSheet } from '#web/app/useDraftSheet.ts'

/**
 * Fields of a draft sheet that also show what a refused act (registering, signing) said of them, until they are
 * filled: `field('trouble')`, ready to spread.
 */
export function useFieldErrors<Value extends object>(sheet: DraftSheet<Value>, refused: unknown) {
  const { language } = useLanguage()
  const fields = refused instanceof RefusedByServer ? refused.fields : []
  return <Key extends keyof Value & string>(key: Key): BoundField<Value[Key]> => {
    const bound = sheet.field(key)
    const code = fields.find(({ path }) => path === key)?.code
    const stands = code !== undefined && (code !== 'required' || isEmpty(bound.value))
    return { ...bound, error: bound.error ?? (stands ? fieldSentenceFor(code, language) : undefined) }
  }
}

/** Nothing was answered: no choice, no text but blanks, an empty list. */
export const isEmpty = (value: unknown) =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
