import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { cost, entryStatus, need } from '#contract/codes/index.ts'
import { Day } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { rowsOf } from '#contract/rows.ts'
import { DraftLine, DraftText, ShortText } from '#contract/text.ts'

/** After so many months nobody should rely on an entry before it was confirmed anew. */
export const confirmedForMonths = 12

/** A division by its code of GB/T 2260: province, prefecture or county level. */
export const DistrictCode = z.string().regex(/^[1-9]\d{5}$/u)

/** A language by its ISO 639 code. */
export const LanguageCode = z.string().regex(/^[a-z]{2,3}$/u)

const Age = z.int().min(0).max(150).nullable()

/** One service of an agency, as somebody writes it here. */
export const EntrySheet = z.strictObject({
  name: ShortText(200),
  organizationName: ShortText(200),
  description: DraftText,
  status: entryStatus.schema,
  needs: z.array(need.schema).max(need.codes.length),
  districts: rowsOf(z.strictObject({ code: DistrictCode, name: DraftLine(100) }), 60, 'code'),
  minimumAge: Age,
  maximumAge: Age,
  languages: z.array(LanguageCode).max(30),
  cost: cost.schema.nullable(),
  fees: DraftLine(2_000),
  eligibility: DraftText,
  howToApply: DraftText,
  hours: DraftLine(2_000),
  phone: DraftLine(100),
  email: DraftLine(254),
  website: DraftLine(2_000),
  address: DraftLine(2_000),
})
export type EntrySheet = z.infer<typeof EntrySheet>

/** A service of which nothing is written yet. */
export const emptyEntry: EntrySheet = {
  name: '',
  organizationName: '',
  description: '',
  status: 'active',
  needs: [],
  districts: [],
  minimumAge: null,
  maximumAge: null,
  languages: [],
  cost: null,
  fees: '',
  eligibility: '',
  howToApply: '',
  hours: '',
  phone: '',
  email: '',
  website: '',
  address: '',
}

/** A new entry; the id is made by whoever adds it. */
export const NewEntry = EntrySheet.extend({ id: Id })
export type NewEntry = z.infer<typeof NewEntry>

const District = z.object({ code: z.string(), name: z.string() })
const Term = z.object({ id: Id, name: z.string() })

/** One service in the list: enough to choose it. */
export const EntryLine = z.object({
  id: Id,
  name: z.string(),
  organizationName: z.string(),
  status: entryStatus.schema,
  needs: z.array(need.schema),
  districts: z.array(District),
  minimumAge: z.number().nullable(),
  maximumAge: z.number().nullable(),
  languages: z.array(z.string()),
  cost: cost.schema.nullable(),
  confirmedOn: Day.nullable(),
  /** Nobody has confirmed it for long: it may no longer be so. */
  aged: z.boolean(),
})
export type EntryLine = z.infer<typeof EntryLine>
export const EntryPage = pageOf(EntryLine)

/** What is asked of the directory. It travels in a body: whoever looks may type a name. */
export const EntrySearch = PageQuery.extend({
  words: DraftLine(100).default(''),
  need: z.union([need.schema, Id]).optional(),
  district: DistrictCode.optional(),
  age: z.int().min(0).max(150).optional(),
  language: LanguageCode.optional(),
  cost: cost.schema.optional(),
  /** What can be had now, what should be confirmed, or all. */
  show: z.enum(['open', 'to-confirm', 'all']).default('open'),
})
export type EntrySearch = z.infer<typeof EntrySearch>
export type EntryAsked = z.input<typeof EntrySearch>

/** By what else one may search: terms and languages that entries have, and what the actor may do here. */
export const DirectoryChoices = z.object({
  terms: z.array(Term),
  languages: z.array(z.string()),
  abilities: z.object({ add: Ability, import: Ability, export: Ability }),
})
export type DirectoryChoices = z.infer<typeof DirectoryChoices>

/** One service with everything that is known of it. */
export const EntryView = z.object({
  id: Id,
  /** What came from elsewhere may be longer than what is written here. */
  sheet: z.object({ ...EntrySheet.shape, ...loose() }),
  /** What an import said besides: the terms of other taxonomies, more telephones and places. */
  terms: z.array(Term),
  phones: z.array(z.string()),
  places: z.array(z.string()),
  alert: z.string(),
  confirmedOn: Day.nullable(),
  confirmedBy: WorkerRef.nullable(),
  aged: z.boolean(),
  version: z.int(),
  abilities: z.object({ change: Ability, confirm: Ability }),
})
export type EntryView = z.infer<typeof EntryView>

function loose() {
  const text = z.string()
  return {
    name: text,
    organizationName: text,
    description: text,
    districts: z.array(District),
    minimumAge: z.number().nullable(),
    maximumAge: z.number().nullable(),
    languages: z.array(text),
    fees: text,
    eligibility: text,
    howToApply: text,
    hours: text,
    phone: text,
    email: text,
    website: text,
    address: text,
  }
}

/** What the directory may say no with. */
export const directoryRefusals = {
  'directory/ages-crossed': 'unfinished',
  'directory/file-empty': 'unfinished',
  'directory/file-too-large': 'too-large',
  'directory/file-unreadable': 'unfinished',
  'directory/too-many-rows': 'unfinished',
  'directory/nothing-to-take': 'not-now',
  'directory/import-not-now': 'not-now',
  'directory/later-import': 'not-now',
  'directory/changed-since': 'not-now',
} as const
