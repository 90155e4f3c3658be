import type { ReceiveContact } from '#contract/case/reception.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'
import { refuseUnlessReasoned } from '../inquiry/inquiry.ts'

/**
 * What somebody who only wants to know something is asked for: nothing but what they wanted to know, and what they were
 * given. Danger is never answered with a leaflet.
 */
export function refuseUnlessInformed({ sheet, emergency, given }: ReceiveContact) {
  whole([
    ['emergency', emergency !== null],
    ['trouble', says(sheet.trouble)],
  ])
  if (emergency?.emergency) throw new Refusal('intake/emergency-first')
  if (given.leafletIds.length + given.entryIds.length === 0 && !says(given.words))
    throw new Refusal('intake/nothing-given')
}

/** The decision comes with its reason wherever it is made; only a draft may still be without it. */
export function refuseUnlessDecided({ emergency, outcome }: ReceiveContact) {
  whole([['emergency', outcome === 'draft' || emergency !== null]])
  if (emergency) refuseUnlessReasoned(emergency)
}

/** The sheet of whoever only asked: it is a consultation, and they came by themselves unless it is known otherwise. */
export const askedOnly = ({ sheet }: ReceiveContact): ReceiveContact['sheet'] => ({
  ...sheet,
  helpType: 'consultation',
  source: sheet.source ?? 'self',
})

/** What was given, in one text: the titles as they stood, and what was said. */
export const givenInWords = (titles: readonly string[], words: string) =>
  [...titles, words].filter(says).join('；')
