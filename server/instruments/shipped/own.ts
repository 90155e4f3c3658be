import type { InstrumentData } from './words.ts'

/** What every instrument of our own says of itself. */
export const own = {
  version: 1,
  licence: 'Apache-2.0, with this program.',
  citation: 'Own instrument of this program. Not validated: it orders a talk, it measures nothing by itself.',
  sourceUrl: '',
  translations: { 'zh-CN': 'own', en: 'own', ru: 'own' },
} as const satisfies Partial<InstrumentData>
