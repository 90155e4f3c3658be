import { Notice } from '#web/ui/index.ts'
import { RefusedByServer, ServerUnreachable } from './api.ts'
import { useLanguage, useWords } from './LanguageContext.tsx'
import { noPageWords } from './no-pages.words.ts'
import { fieldSentenceFor, sentenceFor } from './sentences.ts'

type RefusalNoteProps = {
  /** Whatever was thrown; null or undefined draws nothing. */
  error: unknown
  /** Field path → its label on this sheet; a path without one is left out of the list. */
  labels?: Readonly<Record<string, string>>
}

/** Why the server said no, in words, and which fields it means. */
export function RefusalNote({ error, labels = {} }: RefusalNoteProps) {
  const { language } = useLanguage()
  const t = useWords(noPageWords)
  if (!error) return null
  if (error instanceof ServerUnreachable)
    return (
      <Notice tone="warn" title={t('unreachable')}>
        {t('unreachableLead')}
      </Notice>
    )
  const refused = error instanceof RefusedByServer ? error : null
  const fields = (refused?.fields ?? []).filter(({ path }) => path in labels)
  return (
    <Notice tone="warn" title={sentenceFor(refused?.code ?? 'fault', language, refused?.facts)}>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ path, code }) => (
            <li key={path}>{`${labels[path]} · ${fieldSentenceFor(code, language)}`}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
