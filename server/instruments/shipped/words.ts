import type { z } from 'zod'
import type { Instrument } from '#contract/instruments.ts'
import type { Wording } from '#contract/language.ts'

/** An instrument as its file writes it, before what is left out is filled in. */
export type InstrumentData = z.input<typeof Instrument>

/** One wording in Chinese, English and Russian. */
export const say = (zh: string, en: string, ru: string): Wording => ({ 'zh-CN': zh, en, ru })

/** Items that are answered with one of the same options, numbered from `item1`. */
export const choiceItems = (
  options: string,
  words: readonly (readonly [zh: string, en: string, ru: string])[],
) => words.map((line, at) => ({ id: `item${at + 1}`, kind: 'choice' as const, options, words: say(...line) }))

/** The names `item1`, `item2` … of these numbers. */
export const itemNames = (...numbers: readonly number[]) => numbers.map((number) => `item${number}`)

/** The names of so many items from the first on. */
export const firstItems = (count: number) => Array.from({ length: count }, (_, at) => `item${at + 1}`)
