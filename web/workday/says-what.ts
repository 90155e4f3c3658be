import type { Language } from '#contract/language.ts'
import { nameIn } from '#contract/settings/names.ts'
import type { DueItem } from '#contract/workday.ts'

/** What is due in the words of whoever set it: a step of a plan, or a rule of the agency; empty for everything else. */
export const saysWhat = ({ what, names }: Pick<DueItem, 'what' | 'names'>, language: Language): string =>
  names ? nameIn(names, language) : what
