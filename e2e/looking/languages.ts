import { languages } from '#contract/language.ts'

/** `E2E=long` looks at everything in every language, which takes minutes more. */
export const long = process.env['E2E'] === 'long'

/**
 * In which languages dialogs, panels and the shorter stories are looked at: in Chinese, which most read. The story of a case
 * and every screen are told in all three.
 */
export const languagesLookedAt = languages.filter((language) => long || language === 'zh-CN')
