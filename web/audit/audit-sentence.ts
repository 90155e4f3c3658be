import type { AuditLine } from '#contract/audit.ts'
import type { Language } from '#contract/language.ts'
import { wordsIn } from '#web/app/words.ts'
import { auditSubjectWords } from './audit-subject.words.ts'
import { auditWords } from './audit.words.ts'

type Subject = keyof typeof auditSubjectWords.languages.en

const isKnown = (kind: string): kind is Subject => kind in auditSubjectWords.languages.en

/** What was done, in words: “Looked at: the service plan”. A list is about what it lists. */
export function auditSentence({ act, subjectKind, listed }: AuditLine, language: Language): string {
  const t = wordsIn(auditWords, language)
  const one = subjectKind.replace(/-list$/, '')
  const subject = wordsIn(auditSubjectWords, language)(isKnown(one) ? one : 'record')
  return listed > 0
    ? t('list', { act: t(act), subject, count: listed })
    : t('sentence', { act: t(act), subject })
}
