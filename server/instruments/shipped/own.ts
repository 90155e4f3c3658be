import { ownInstrument } from '#contract/instruments.ts'
import type { InstrumentData } from './words.ts'

/** What every instrument of our own says of itself. */
export const own = {
  version: 1,
  licence: 'Apache-2.0, with this program.',
  citation: ownInstrument,
  sourceUrl: '',
  translations: { 'zh-CN': 'own', en: 'own', ru: 'own' },
} as const satisfies Partial<InstrumentData>
