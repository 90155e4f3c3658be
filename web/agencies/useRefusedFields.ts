import { RefusedByServer } from '#web/app/api.ts'
import { useLanguage } from '#web/app/LanguageContext.tsx'
import { fieldSentenceFor } from '#web/app/sentences.ts'

/** The sentence for a field the server refused, by its path; undefined where nothing is wrong. */
export function useRefusedFields(error: unknown) {
  const { language } = useLanguage()
  const refused = error instanceof RefusedByServer ? error.fields : []
  return (path: string): string | undefined => {
    const code = refused.find((field) => field.path === path)?.code
    return code === undefined ? undefined : fieldSentenceFor(code, language)
  }
}
