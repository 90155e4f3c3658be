import type { Wording } from '#contract/language.ts'

/** What stands on a form or in a file in the place of what its reader need not know. */
export const maskedWords: Wording = {
  'zh-CN': '（敏感信息，不显示）',
  en: '(sensitive, not shown)',
  ru: '(чувствительные сведения, не показано)',
}
