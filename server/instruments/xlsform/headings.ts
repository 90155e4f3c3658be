/** What a heading of a sheet means: which column, in which language, and of which kind where the column has kinds. */
export type Heading = Readonly<{ column: string; language: string; kind: string }>

const alike: Readonly<Record<string, string>> = {
  caption: 'label',
  command: 'type',
  tag: 'name',
  value: 'name',
  relevance: 'relevant',
  readonly: 'read_only',
  calculate: 'calculation',
  constraint_msg: 'constraint_message',
  constraintmsg: 'constraint_message',
  'jr:constraintmsg': 'constraint_message',
  'constraint-msg': 'constraint_message',
  requiredmsg: 'required_message',
  required_msg: 'required_message',
  'jr:requiredmsg': 'required_message',
  count: 'repeat_count',
  'jr:count': 'repeat_count',
  noapperrorstring: 'no_app_error_string',
  noapperrormessage: 'no_app_error_string',
  list: 'list_name',
  listname: 'list_name',
  title: 'form_title',
  set_form_title: 'form_title',
  id_string: 'form_id',
  set_form_id: 'form_id',
  'guidance-hint': 'guidance_hint',
  'choice-filter': 'choice_filter',
  parameter: 'parameters',
  'big-image': 'big_image',
  'pyxform:compact': 'compact',
}

const mediaKinds = new Set(['image', 'audio', 'video', 'big_image'])
const wrappers = new Set(['bind', 'control', 'body', 'instance'])

/**
 * Reads a heading: `label::English (en)`, `label:english`, `media::image::fr`, `image::fr`, `bind:relevant`,
 * `bind::jr:constraintMsg`, and the names that older forms gave to the same columns.
 */
export function headingOf(text: string): Heading | null {
  const parts = partsOf(text)
  const [first = '', ...more] = parts
  if (first === '') return null
  const head = plain(first)
  if (wrappers.has(head) && more.length > 0) return wrapped(head, more)
  if (head === 'media' && more.length > 0)
    return { column: 'media', kind: plain(more[0] ?? ''), language: more[1] ?? 'default' }
  const column = alike[head] ?? head
  if (mediaKinds.has(column)) return { column: 'media', kind: column, language: more[0] ?? 'default' }
  return { column, kind: '', language: more.join('::') || 'default' }
}

/** `bind::relevant` is the column relevant; what has no column of its own keeps its whole name. */
function wrapped(head: string, more: readonly string[]): Heading {
  const [name = '', language = 'default'] = more
  const column = alike[plain(name)] ?? plain(name)
  return { column: known.has(column) ? column : `${head}::${column}`, kind: '', language }
}

const known = new Set([
  'relevant',
  'constraint',
  'constraint_message',
  'required',
  'required_message',
  'read_only',
  'calculation',
  'appearance',
  'repeat_count',
])

/** `jr:` belongs to the name behind it; one colon divides like two in older forms. */
function partsOf(text: string): string[] {
  const shielded = text.trim().replaceAll(/\b(jr|odk|pyxform|orx):(?!:)/giu, '$1\u0000')
  const divided = shielded.includes('::') ? shielded.split('::') : shielded.split(':')
  return divided.map((part) => part.replaceAll('\u0000', ':').trim())
}

const plain = (text: string) => text.toLowerCase().replaceAll(/\s+/gu, '_')

/** The columns of a survey that are read here. */
export const surveyColumns = new Set([
  ...known,
  'type',
  'name',
  'label',
  'hint',
  'guidance_hint',
  'default',
  'choice_filter',
  'media',
  'parameters',
  'rows',
  'trigger',
  'disabled',
  'score',
  'reverse',
  'subscale',
])

/** The columns that other programs know, and that change nothing here. */
export const idleColumns = new Set([
  'autoplay',
  'buttontext',
  'button_text',
  'no_app_error_string',
  'body::accuracythreshold',
  'save_to',
  'intent',
  'query',
  'note',
  'notes',
  'comment',
  'comments',
  'tutorial_notes',
  'hxl',
  '$edited',
  '$given',
])
