import type { QuestionType } from '#contract/questionnaires/index.ts'

/** What the type of a row means. */
export type RowType =
  | Readonly<{ is: 'begin'; what: 'group' | 'repeat' }>
  | Readonly<{ is: 'loop'; list: string }>
  | Readonly<{ is: 'end'; what: 'group' | 'repeat' | 'loop' }>
  | Readonly<{ is: 'select'; type: 'select-one' | 'select-multiple' | 'rank'; list: string; other: boolean }>
  | Readonly<{ is: 'question'; type: QuestionType; constraint?: string; old?: true }>
  | Readonly<{ is: 'as-text' }>
  | Readonly<{ is: 'from-device' }>
  | Readonly<{ is: 'unsupported' }>
  | Readonly<{ is: 'include' }>

const plainTypes: Readonly<Record<string, QuestionType>> = {
  text: 'text',
  string: 'text',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  range: 'range',
  date: 'date',
  time: 'time',
  datetime: 'date-time',
  'date time': 'date-time',
  note: 'note',
  calculate: 'calculate',
  hidden: 'hidden',
  acknowledge: 'acknowledge',
  trigger: 'acknowledge',
  start: 'start',
  'start time': 'start',
  'get start time': 'start',
  end: 'end',
  'end time': 'end',
  'get end time': 'end',
  today: 'today',
  'get today': 'today',
  username: 'username',
}

/** Types of older forms, which say what may be answered besides. */
const oldTypes: Readonly<Record<string, readonly [QuestionType, string]>> = {
  'phone number': ['text', "regex(., '\\d*')"],
  percentage: ['integer', '0 <= . and . <= 100'],
  'number of days in last month': ['integer', '0 <= . and . <= 31'],
  'number of days in last six months': ['integer', '0 <= . and . <= 183'],
  'number of days in last year': ['integer', '0 <= . and . <= 365'],
}

const asText = new Set([
  'barcode',
  'geopoint',
  'location',
  'gps',
  'geotrace',
  'geoshape',
  'image',
  'photo',
  'audio',
  'video',
  'file',
  'osm',
])
const fromDevice = new Set([
  'deviceid',
  'device id',
  'get device id',
  'uri:deviceid',
  'uri:username',
  'uri:phonenumber',
  'uri:email',
  'uri:simserial',
  'uri:subscriberid',
  'imei',
  'phonenumber',
  'get phone number',
  'simserial',
  'sim id',
  'get sim id',
  'subscriberid',
  'subscriber id',
  'get subscriber id',
  'email',
  'audit',
  'start-geopoint',
  'background-geopoint',
  'background-audio',
])
const unsupported = new Set(['xml-external', 'csv-external', 'q picture', 'q audio', 'q video', 'entity'])

const selects: readonly (readonly [RegExp, 'select-one' | 'select-multiple' | 'rank'])[] = [
  [
    /^(?:add )?select(?: |_)?(?:one|1)(?:(?: |_)(?:prompt|question))?(?:(?: |_)(?:from|using|external))?(?:(?: |_)file)?\s+(.+)$/iu,
    'select-one',
  ],
  [
    /^(?:add )?select(?: |_)?(?:multiple|all(?: |_)that(?: |_)apply)(?:(?: |_)(?:prompt|question))?(?:(?: |_)(?:from|using))?(?:(?: |_)file)?\s+(.+)$/iu,
    'select-multiple',
  ],
  [/^(?:odk:)?rank\s+(.+)$/iu, 'rank'],
]

/** What a row of this type is; null when nobody knows it. */
export function rowType(said: string): RowType | null {
  const text = said.trim().replaceAll(/\s+/gu, ' ')
  const lower = text.toLowerCase()
  return structureOf(text) ?? selectOf(text) ?? questionOf(lower.replace(/^add (.+) prompt$/u, '$1'))
}

function structureOf(text: string): RowType | null {
  const loop = /^begin[ _]loop(?: over)? (\S+)$/iu.exec(text)
  if (loop) return { is: 'loop', list: loop[1] ?? '' }
  const [, edge = '', what = ''] = /^(begin|end)[ _](group|repeat|loop)$/iu.exec(text) ?? []
  if (edge === '') return null
  const kind = what.toLowerCase()
  if (edge.toLowerCase() === 'end')
    return { is: 'end', what: kind === 'repeat' || kind === 'loop' ? kind : 'group' }
  return kind === 'loop' ? null : { is: 'begin', what: kind === 'repeat' ? 'repeat' : 'group' }
}

function selectOf(text: string): RowType | null {
  for (const [pattern, type] of selects) {
    const [, behind] = pattern.exec(text) ?? []
    if (behind === undefined) continue
    const other = /\s+(?:or[ _]specify[ _]other|or[ _]other)$/iu
    return { is: 'select', type, list: behind.replace(other, ''), other: other.test(behind) }
  }
  return null
}

function questionOf(text: string): RowType | null {
  const type = plainTypes[text] ?? plainTypes[text.replaceAll('_', ' ')]
  if (type) return { is: 'question', type }
  const old = oldTypes[text]
  if (old) return { is: 'question', type: old[0], constraint: old[1], old: true }
  if (asText.has(text) || text.startsWith('osm ')) return { is: 'as-text' }
  if (fromDevice.has(text)) return { is: 'from-device' }
  if (text === 'include') return { is: 'include' }
  return unsupported.has(text) || text.startsWith('begin loop') ? { is: 'unsupported' } : null
}

/** The types of rows that ask something, or keep something quietly. */
export type Answerable = Extract<RowType, { is: 'question' | 'select' | 'as-text' | 'from-device' }>
