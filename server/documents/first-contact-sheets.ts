import * as shipped from '#contract/codes/index.ts'
import type { CodeList } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import type { BlankForm, FirstContactForm, FormSheet } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { type CodesVersion, codesOffered, wordOn } from '#contract/settings/index.ts'
import { toFillByHand } from './blank.ts'
import { f01 } from './forms/f01.ts'
import { f02 } from './forms/f02.ts'
import { f04 } from './forms/f04.ts'
import { layOut, type SheetFacts } from './sheet.ts'
import { words } from './words.ts'
import type { LabelOfCode } from './wording.ts'

/** The forms of a first contact as we ship them. */
export const firstContactForms = { F01: f01, F02: f02 } as const

/** The forms that are to be had blank. */
const blankForms = { ...firstContactForms, F04: f04 } as const

type Spoken = Readonly<{ language: Language; label: LabelOfCode }>

/** A form of a first contact, filled. */
export const firstContactSheet = (form: FirstContactForm, facts: SheetFacts, spoken: Spoken): FormSheet =>
  layOut(firstContactForms[form], facts, spoken)

type Offering = Spoken & Readonly<{ versions: readonly CodesVersion[]; day: Day }>

/** A form over nothing, to be filled by hand with the words that the agency offers on that day. */
export function blankSheet(
  form: BlankForm,
  nothing: SheetFacts,
  { versions, day, ...spoken }: Offering,
): FormSheet {
  const definition = blankForms[form]
  const sheet = layOut(definition, nothing, spoken)
  return toFillByHand(sheet, definition, (list) => offered(list, versions, { day, ...spoken }))
}

function offered(
  name: string,
  versions: readonly CodesVersion[],
  { language, day }: Readonly<{ language: Language; day: Day }>,
): readonly string[] {
  if (name === 'yes-no') return [words.yes[language], words.no[language]]
  const found = Object.entries(shipped).find(([key]) => key === name)?.[1]
  if (typeof found !== 'object' || !('labels' in found)) return []
  if ('levels' in found) return found.levels.map((level) => found.labels[String(level)]?.[language] ?? '')
  const list = found as unknown as CodeList<string>
  return codesOffered(versions, list, { day, at: null })
    .filter(({ hidden }) => !hidden)
    .map(({ code }) => wordOn(versions, list, code, { language, day, at: null }))
}
