import { RefusedByServer } from '#web/app/api.ts'
import { useLanguage } from '#web/app/LanguageContext.tsx'
import { fieldSentenceFor } from '#web/app/sentences.ts'
import type { BoundField, DraftSheet } from '#web/app/useDraftSheet.ts'

/**
 * Fields of a draft sheet that also show what a refused act (registering, signing) said of them, until they are
 * filled: `field('trouble')`, ready to spread.
 */
export function useFieldErrors<Value extends object>(
  sheet: Pick<DraftSheet<Value>, 'value' | 'field'>,
  refused: unknown,
) {
  const errorAt = useErrorAt(refused)
  return <Key extends keyof Value & string>(key: Key): BoundField<Value[Key]> => {
    const bound = sheet.field(key)
    return { ...bound, error: bound.error ?? errorAt(key, bound.value) }
  }
}

/** The sentence of a refused act for one path, such as `earlierHelp.0.result`, until what stands there is filled. */
export function useErrorAt(refused: unknown) {
  const { language } = useLanguage()
  const fields = refused instanceof RefusedByServer ? refused.fields : []
  return (path: string, value: unknown) => {
    const code = fields.find((field) => field.path === path)?.code
    const stands = code !== undefined && (code !== 'required' || isEmpty(value))
    return stands ? fieldSentenceFor(code, language) : undefined
  }
}

/** Nothing was answered: no choice, no text but blanks, an empty list. */
export const isEmpty = (value: unknown) =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
