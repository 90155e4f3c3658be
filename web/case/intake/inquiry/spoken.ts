import type { Language } from '#contract/language.ts'

const names: readonly (readonly [RegExp, Language])[] = [
  [/中文|汉语|漢語|普通话|国语|方言|chinese|mandarin|китайск/iu, 'zh-CN'],
  [/русск|russian|俄语|俄文/iu, 'ru'],
  [/english|英语|英文|английск/iu, 'en'],
]

/** The language of a notice that somebody understands, by what was written down of what they speak; null where it says none of ours. */
export const languageSpoken = (written: string): Language | null =>
  names.find(([name]) => name.test(written))?.[1] ?? null
