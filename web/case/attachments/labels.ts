import type { AttachmentKind } from '#contract/case/attachments.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { attachmentsWords } from './attachments.words.ts'

const wordOf = {
  'application/pdf': 'pdf',
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'image',
  'text/plain': 'text',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'sheet',
  'application/vnd.oasis.opendocument.text': 'document',
  'application/vnd.oasis.opendocument.spreadsheet': 'sheet',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
} as const satisfies Record<AttachmentKind, string>

/** What a kind of file is called. */
export function useKinds() {
  const t = useWords(attachmentsWords)
  return (kind: AttachmentKind) => t(wordOf[kind])
}

const thousand = 1024

/** A size as people say it: 3 KB, 1.4 MB. */
export function useSizes() {
  const t = useWords(attachmentsWords)
  const { language } = useLanguage()
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return (bytes: number) => {
    const kilobytes = bytes / thousand
    return kilobytes < thousand
      ? t('kilobytes', { number: numbers.format(Math.max(1, Math.round(kilobytes))) })
      : t('megabytes', { number: numbers.format(kilobytes / thousand) })
  }
}
