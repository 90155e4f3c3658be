import { z } from 'zod'
import { rowsOf } from '#contract/rows.ts'
import { informant, translationStatus } from '#contract/codes/index.ts'
import { languages } from '#contract/language.ts'

/** A name in the data of an instrument: of an item, a score, a band. */
export const DataName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u)

const Text = z.string().min(1).max(2000)

/** A wording of an instrument: in at least one language, for a licensed instrument may exist in one only. */
export const InstrumentWording = z
  .strictObject({ 'zh-CN': Text.optional(), en: Text.optional(), ru: Text.optional() })
  .refine((words) => languages.some((language) => words[language] !== undefined), { message: 'required' })
export type InstrumentWording = z.infer<typeof InstrumentWording>

const Value = z.number().min(-1000).max(1000)

const Option = z.strictObject({ value: Value, words: InstrumentWording })

const itemHead = { id: DataName, words: InstrumentWording, optional: z.boolean().default(false) }

const ChoiceItem = z.strictObject({ ...itemHead, kind: z.literal('choice'), options: DataName })

/** Several sources are ticked, and each counts one; `none` says that there is no source at all, and counts nothing. */
const CountItem = z.strictObject({
  ...itemHead,
  kind: z.literal('count'),
  choices: z
    .array(z.strictObject({ id: DataName, words: InstrumentWording }))
    .min(1)
    .max(40),
  none: InstrumentWording,
})

/** One item of several parts, each answered with one of the options; it counts as their sum. */
const PartsItem = z.strictObject({
  ...itemHead,
  kind: z.literal('parts'),
  options: DataName,
  parts: z
    .array(z.strictObject({ id: DataName, words: InstrumentWording }))
    .min(1)
    .max(40),
})

/** An open question. It is kept, and never counts. */
const TextItem = z.strictObject({ ...itemHead, kind: z.literal('text') })

export const InstrumentItem = z.discriminatedUnion('kind', [ChoiceItem, CountItem, PartsItem, TextItem])
export type InstrumentItem = z.infer<typeof InstrumentItem>

/** Both bounds belong to the band; a score is rounded to its decimals before it is looked up. */
const Band = z.strictObject({
  id: DataName,
  from: z.number(),
  to: z.number(),
  words: InstrumentWording,
  /** How much it asks for attention: nothing, some, or much. Shown as a sign and a word, never as a colour alone. */
  weight: z.enum(['none', 'some', 'much']).default('none'),
})

/** What happens when items are missing: no score at all, or counted up when at most this share of them is missing. */
const Missing = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('none') }),
  z.strictObject({ rule: z.literal('prorate'), atMost: z.number().min(0).max(0.9) }),
])

/** One score of an instrument: the total, or a subscale. */
export const InstrumentScore = z.strictObject({
  id: DataName,
  words: InstrumentWording,
  rule: z.enum(['sum', 'mean']),
  items: z.array(DataName).min(1).max(200),
  reverse: z.array(DataName).max(200).default([]),
  multiply: z.number().min(0.01).max(1000).default(1),
  decimals: z.int().min(0).max(3).default(0),
  missing: Missing.optional(),
  bands: rowsOf(Band, 20).default([]),
  /** A change of at least so much means something. */
  meaningfulChange: z.number().positive().optional(),
  /** Whether more is better, worse, or neither. */
  more: z.enum(['better', 'worse', 'neither']).default('neither'),
})
export type InstrumentScore = z.infer<typeof InstrumentScore>

/** `emergency` asks somebody to decide at once whether anybody is in danger; `attention` is shown with the score. */
const Alert = z
  .strictObject({
    id: DataName,
    kind: z.enum(['emergency', 'attention']),
    item: DataName.optional(),
    score: DataName.optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    words: InstrumentWording,
  })
  .refine(({ item, score }) => (item === undefined) !== (score === undefined), { message: 'required' })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, { message: 'required' })

/** What an instrument that came with the program says of its source; screens say it in the reader's language. */
export const ownInstrument =
  'Own instrument of this program. Not validated: it orders a talk, it measures nothing by itself.'

/**
 * An instrument is data: what it asks, what counts, what it means, and by whose leave it is used. So an agency loads one
 * under its own licence without a line of code.
 */
export const Instrument = z
  .strictObject({
    id: DataName,
    version: z.int().min(1).max(1_000_000),
    titles: InstrumentWording,
    purpose: InstrumentWording,
    /** Over which time it asks: “over the last two weeks”. */
    instruction: InstrumentWording,
    options: z.record(DataName, z.array(Option).min(2).max(20)),
    items: z.array(InstrumentItem).min(1).max(200),
    scores: rowsOf(InstrumentScore, 40),
    alerts: rowsOf(Alert, 40).default([]),
    missing: Missing.default({ rule: 'none' }),
    informants: z.array(informant.schema).min(1),
    ages: z.strictObject({ from: z.int().min(0).max(130), to: z.int().min(0).max(130) }).optional(),
    licence: Text,
    citation: Text,
    sourceUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/u })]),
    /** Of each language whether the wording is the owner's own; whoever is asked in an unvalidated one is told. */
    translations: z.strictObject({
      'zh-CN': translationStatus.schema,
      en: translationStatus.schema,
      ru: translationStatus.schema,
    }),
  })
  .superRefine((instrument, context) => {
    for (const { message, fault, detail } of faultsOf(instrument))
      context.addIssue({ code: 'custom', message, path: [placeOf[fault]], params: { fault, detail } })
  })
export type Instrument = z.infer<typeof Instrument>
export type InstrumentAlert = z.infer<typeof Alert>
export type InstrumentBand = z.infer<typeof Band>
type Shape = Omit<Instrument, 'version'>

/** Why the data of an instrument does not fit together; the screen has a sentence for each. */
export const instrumentFaults = [
  'item-twice',
  'id-twice',
  'options-missing',
  'alert-lost',
  'translation-disagrees',
  'not-counted',
  'reversed-not-counted',
  'band-upside-down',
  'bands-overlap',
  'counted-twice',
] as const
export type InstrumentFault = (typeof instrumentFaults)[number]

/** The part of the data in which each is to be mended. */
const placeOf = {
  'item-twice': 'items',
  'id-twice': 'items',
  'options-missing': 'options',
  'alert-lost': 'alerts',
  'translation-disagrees': 'titles',
  'not-counted': 'scores',
  'reversed-not-counted': 'scores',
  'band-upside-down': 'scores',
  'bands-overlap': 'scores',
  'counted-twice': 'scores',
} as const satisfies Record<InstrumentFault, keyof Shape>

type Found = Readonly<{ fault: InstrumentFault; detail: string; message: string }>

const found = (fault: InstrumentFault, detail: string, message: string): Found => ({ fault, detail, message })

/** What does not fit together in the data of an instrument, one sentence for each fault. */
function faultsOf({ items, scores, alerts, options, translations, titles }: Shape): Found[] {
  const ids = new Set(items.map(({ id }) => id))
  const scoreIds = new Set(scores.map(({ id }) => id))
  const counted = new Set(items.filter(({ kind }) => kind !== 'text').map(({ id }) => id))
  const names = [...items, ...scores].map(({ id }) => id)
  return [
    ...(ids.size < items.length ? [found('item-twice', '', 'Two items have one id.')] : []),
    ...(new Set(names).size < names.length
      ? [found('id-twice', '', 'An item and a score, or two scores, have one id.')]
      : []),
    ...items.flatMap((item) =>
      'options' in item && !Object.hasOwn(options, item.options)
        ? [
            found(
              'options-missing',
              `${item.id}: ${item.options}`,
              `Item ${item.id} names the options ${item.options}, which are not there.`,
            ),
          ]
        : [],
    ),
    ...scores.flatMap((score) => faultsOfScore(score, counted)),
    ...alerts.flatMap(({ id, item, score }) =>
      (item !== undefined && !ids.has(item)) || (score !== undefined && !scoreIds.has(score))
        ? [found('alert-lost', id, `Alert ${id} looks at something that is not there.`)]
        : [],
    ),
    ...languages.flatMap((language) =>
      (titles[language] === undefined) === (translations[language] === 'none')
        ? []
        : [
            found(
              'translation-disagrees',
              language,
              `The translation status of ${language} and the title in it do not agree.`,
            ),
          ],
    ),
  ]
}

function faultsOfScore(
  { id, items, reverse, bands }: InstrumentScore,
  counted: ReadonlySet<string>,
): Found[] {
  const unknown = items.filter((item) => !counted.has(item))
  const strange = reverse.filter((item) => !items.includes(item))
  const upsideDown = bands.filter(({ from, to }) => from > to)
  const sorted = bands.toSorted((one, other) => one.from - other.from)
  const overlaps = sorted.some((band, at) => at > 0 && band.from <= (sorted[at - 1]?.to ?? -Infinity))
  return [
    ...unknown.map((item) =>
      found('not-counted', `${id}: ${item}`, `Score ${id} counts ${item}, which is no item that counts.`),
    ),
    ...strange.map((item) =>
      found(
        'reversed-not-counted',
        `${id}: ${item}`,
        `Score ${id} reverses ${item}, which it does not count.`,
      ),
    ),
    ...upsideDown.map((band) =>
      found('band-upside-down', `${id}: ${band.id}`, `Band ${band.id} of score ${id} ends before it begins.`),
    ),
    ...(overlaps ? [found('bands-overlap', id, `Two bands of score ${id} overlap.`)] : []),
    ...(new Set(items).size < items.length
      ? [found('counted-twice', id, `Score ${id} counts an item twice.`)]
      : []),
  ]
}

/** What somebody answered to one item: the value of an option, the sources ticked, a value for each part, or words. */
const ItemAnswer = z.union([
  z.number(),
  z.array(DataName).max(40),
  z.record(DataName, z.number()),
  z.string().max(4000),
])

/** The answers by item. What was not answered is not there. */
export const InstrumentAnswers = z.record(DataName, ItemAnswer)
export type InstrumentAnswers = z.infer<typeof InstrumentAnswers>

/** One score as it came out. Null where too much is missing. */
export const ScoreResult = z.object({
  id: z.string(),
  value: z.number().nullable(),
  band: z.string().nullable(),
  answered: z.int(),
  of: z.int(),
  prorated: z.boolean(),
})
export type ScoreResult = z.infer<typeof ScoreResult>
