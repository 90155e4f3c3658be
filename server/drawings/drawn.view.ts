import type { Language } from '#contract/language.ts'
import { drawEcomap, type DrawnEcomap } from '#drawing/ecomap/draw.ts'
import { ecomapFrom } from '#drawing/ecomap/from-day.ts'
import { readEcomap } from '#drawing/ecomap/read.ts'
import { drawGenogram, type DrawnGenogram } from '#drawing/genogram/draw.ts'
import { familyOf } from '#drawing/genogram/of-person.ts'
import { genogramFrom, sheetFrom } from '#drawing/genogram/sheet.ts'
import type { Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { viewPerson } from '#server/people/index.ts'
import { viewEcomaps, viewFamily } from './drawings.view.ts'

export type DrawnPicture = DrawnEcomap | DrawnGenogram

/** In which language it is drawn, and whether nothing is masked. */
type OnPaper = Readonly<{ language: Language; whole: boolean }>

/** The genogram of a person on paper, as this reader sees the family; null where nobody else belongs to it. */
export async function drawnFamily(tx: Transaction, personId: string, { language, whole }: OnPaper) {
  const { family } = await viewFamily(tx, personId, { whole })
  const sheet = family ?? (await familyFromRecords(tx, personId))
  return sheet.persons.length > 1
    ? drawGenogram(genogramFrom(sheet, personId), { language, day: dayOf(tx.now) })
    : null
}

/** As long as nobody has written the family, its relations are what is known of it. */
async function familyFromRecords(tx: Transaction, personId: string) {
  const person = await viewPerson(tx, personId)
  const records = [...person.relatives, ...person.relativeOf].map((relation) => relation.person.id)
  return sheetFrom(familyOf(person).genogram, new Set([personId, ...records]))
}

/** The newest ecomap of a case on paper; null where none was drawn, `masked` where it is not for this reader. */
export async function drawnEcomap(tx: Transaction, caseId: string, { language, whole }: OnPaper) {
  const { days, masked } = await viewEcomaps(tx, caseId, { whole })
  if (masked) return 'masked' as const
  const newest = days.toSorted((a, b) => b.day.localeCompare(a.day)).at(0)
  return newest ? drawEcomap(readEcomap(ecomapFrom(newest)), { language, day: newest.day }) : null
}
