import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { FormId, FormSheet } from '#contract/documents.ts'
import { searchedFor } from '#server/people/people.factory.ts'
import type { BodySchema } from '../bodies.ts'
import { routesOf } from '../matrix/requests.ts'
import { aWorldThatSends, type Sender, sendOnce } from '../twice/twice.ts'
import { tellALife } from '../twice/life.ts'
import { isWellFormed, wordParts, wordText } from '../word-file.ts'
import { type TestWorker, testWorld, type World } from '../world.ts'
import { hostileTexts } from './packs.ts'

// Rules of their own say what these may be: a national number, an address for signing in, a password, how numbers begin.
const notFree = ['idNumber', 'email', 'password', 'casePrefix', 'phone', 'number']

/** What a program compares or reads, route by route; everything else in the same body is free. */
const notFreeIn: Readonly<Record<string, readonly string[]>> = {
  // Whom a consent names is compared with whom a referral is sent to.
  'POST /api/people/:personId/consents': ['receivers'],
  // What shows that a browser took its time.
  'POST /api/web-forms/:agencyId/requests': ['puzzle', 'answer'],
  'POST /api/division-editions': ['csv'],
  // Names that expressions and answers speak of, and what is calculated.
  'POST /api/questionnaires': ['lists', 'nodes', 'languages', 'defaultLanguage'],
  'PUT /api/questionnaires/:questionnaireId': ['lists', 'nodes', 'languages', 'defaultLanguage'],
  'POST /api/cases/:caseId/questionnaire-answers': ['answers'],
}

/** The same body with a hostile text, numbered, in each of its free texts. */
class Poison {
  readonly sent = new Set<string>()
  private count = 0

  poisoned(body: unknown, schema: BodySchema | undefined, route: string, key = ''): unknown {
    if (notFreeIn[route]?.includes(key)) return body
    if (typeof body === 'string') return this.instead(body, schema, key)
    if (Array.isArray(body)) return body.map((inner) => this.poisoned(inner, schema?.items, route, key))
    // A file is no sheet: what it holds is kept bit for bit, or refused.
    if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return body
    const rest = typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined
    return Object.fromEntries(
      Object.entries(body).map(([name, inner]) => [
        name,
        this.poisoned(inner, schema?.properties?.[name] ?? rest, route, name),
      ]),
    )
  }

  private instead(text: string, schema: BodySchema | undefined, key: string): string {
    const free = schema?.anyOf ? schema.anyOf.find(({ type }) => type === 'string') : schema
    if (text === '' || free?.type !== 'string' || free.format || free.enum || notFree.includes(key))
      return text
    this.count += 1
    const hostile = `${hostileTexts[this.count % hostileTexts.length]} ‹${this.count}›`
    const length = Array.from(hostile).length
    if (length > (free.maxLength ?? 0) || length < (free.minLength ?? 0)) return text
    this.sent.add(hostile)
    return hostile
  }
}

/** Every string in a JSON value. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** What is made of texts that are kept beside it, for a search to read, is no text of anybody's: `directory_services.words`. */
const madeForSearching = { words: null }

/** Everything that any table holds. */
async function everythingStored(world: World) {
  const tables = await world.rows<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('kept_answers', 'audit_log')`,
  )
  const stored = new Set<string>()
  for (const { name } of tables)
    for (const row of await world.rows(`select * from ${name}`))
      for (const text of stringsIn({ ...row, ...madeForSearching })) stored.add(text)
  return stored
}

async function aPoisonedLife() {
  const poison = new Poison()
  const kept: { route: string; answer: number }[] = []
  const workers = new Map<string, TestWorker>()
  let schemas = new Map<string, BodySchema | null>()
  const poisoning: Sender = async (write, route) => {
    if (schemas.size === 0)
      schemas = new Map(
        (await routesOf(write.world)).map(({ method, url, body }) => [`${method} ${url}`, body]),
      )
    workers.set(write.worker.id, write.worker)
    // A new person carries the proof of a search for this very name; hostile names have a test of their own below.
    // A scale is named by its code.
    const isNamed = ['POST /api/people', 'POST /api/cases/:caseId/scales', 'POST /api/instruments'].includes(
      route,
    )
    const body = isNamed ? write.body : poison.poisoned(write.body, schemas.get(route) ?? undefined, route)
    const answer = await sendOnce({ ...write, body }, write.worker, write.sending)
    kept.push({ route, answer: answer.status })
    return answer
  }
  const { world, plain } = await aWorldThatSends(poisoning)
  await tellALife(world)
  return { plain, poison, kept, workers }
}

/** The readable cases, each with somebody who works on it. */
const casesOf = ({ rows }: World) =>
  rows<{ id: string; manager: string }>('select id, case_manager_id as manager from cases order by id')

async function printed(world: World, { token }: TestWorker, address: string) {
  return world.app.inject({ url: address, headers: { authorization: `Bearer ${token}` } })
}

test(
  'what people write is kept bit for bit whatever it looks like, and stays text on paper',
  { timeout: 600_000 },
  async () => {
    const { plain, poison, kept, workers } = await aPoisonedLife()
    expect(kept.filter(({ answer }) => answer >= 300)).toEqual([])
    expect(poison.sent.size).toBeGreaterThan(300)
    const stored = await everythingStored(plain)
    expect([...poison.sent].filter((text) => !stored.has(text)).length).toBeLessThan(poison.sent.size / 3)
    // A draft that was written over is gone; of what is there nothing was trimmed, turned round or normalised.
    const numbered = [...stored].filter((text) => /‹\d+›/u.test(text))
    expect(numbered.filter((text) => !poison.sent.has(text))).toEqual([])
    const met = { shown: 0, docx: 0, forms: new Set<string>() }
    for (const { id, manager } of await casesOf(plain)) {
      const worker = workers.get(manager)
      if (worker) await readAll(plain, worker, { caseId: id, sent: poison.sent, met })
    }
    expect(met.shown).toBeGreaterThan(150)
    expect([...met.forms].toSorted()).toEqual(FormId.options)
  },
)

test('every hostile text is a name like any other: kept bit for bit', { timeout: 120_000 }, async () => {
  const world = await testWorld()
  const api = world.as(await world.worker(await world.agency()))
  for (const name of hostileTexts) {
    const id = randomUUID()
    const made = await api.post('/people', { id, name, sought: await searchedFor(api, { name }) })
    expect([made.status, made.body['sheet']?.['name']]).toEqual([201, name])
    const read = await api.get(`/people/${id}`)
    expect(read.body['sheet']?.['name']).toBe(name)
  }
})

type Reading = Readonly<{
  caseId: string
  sent: ReadonlySet<string>
  /** `forms` are those in which something hostile stood on paper: another case prints the rest. */
  met: { shown: number; docx: number; forms: Set<string> }
}>

/** Reads every list, record and form of one case; what is numbered must be what was sent. */
async function readAll(world: World, worker: TestWorker, { caseId, sent, met }: Reading) {
  const lists = [
    'interviews',
    'assessments',
    'plans',
    'process-records',
    'evaluations',
    'closings',
    'follow-ups',
    'timeline',
  ]
  for (const noun of lists) {
    const { body } = await world.as(worker).get(`/cases/${caseId}/${noun}`)
    const rows = 'rows' in body ? [...(body['rows'] ?? [])] : []
    for (const row of rows) {
      const one =
        noun === 'timeline' || noun === 'follow-ups'
          ? row
          : (await world.as(worker).get(`/cases/${caseId}/${noun}/${row['id']}`)).body
      const texts = stringsIn(one).filter((text) => /‹\d+›/u.test(text))
      met.shown += texts.length
      expect(texts.filter((text) => !sent.has(text))).toEqual([])
    }
  }
  for (const form of FormId.options.filter((one) => !met.forms.has(one))) {
    const before = met.docx
    await printOne(world, worker, `/api/cases/${caseId}/documents/${form}`, met)
    if (met.docx > before) met.forms.add(form)
  }
}

/** One form: its Word file says what the screen says, letter by letter, with no command more than its template has. */
async function printOne(world: World, worker: TestWorker, address: string, met: Reading['met']) {
  const sheet = FormSheet.parse((await printed(world, worker, `${address}?language=en`)).json())
  const blocks = sheet.sections.flatMap((section) => section.blocks)
  const pictures = blocks.filter((block) => block.kind === 'picture')
  const written = blocks.filter((block) => block.kind !== 'picture')
  const lines = stringsIn({ ...sheet, sections: written }).flatMap((text) => text.split('\n'))
  const word = await printed(world, worker, `${address}/file?language=en&format=docx`)
  expect([address, word.statusCode]).toEqual([address, 200])
  const parts = wordParts(word.rawPayload)
  const xml = [...parts].filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels'))
  expect(xml.filter(([, text]) => !isWellFormed(text)).map(([name]) => name)).toEqual([])
  const document = parts.get('word/document.xml') ?? ''
  expect(document).not.toMatch(/<w:(?:fldSimple|instrText|hyperlink)|<script/u)
  const said = wordText(document).join('\n')
  const numbered = lines.filter((line) => /‹\d+›/u.test(line))
  met.docx += numbered.length
  expect(numbered.filter((line) => !said.includes(line))).toEqual([])
  // What a picture shows stands beside it in words; the picture itself runs nothing.
  const told = pictures.flatMap((picture) => picture.told.match(/‹\d+›/gu) ?? [])
  expect(told.filter((mark) => !document.includes(mark))).toEqual([])
  expect(pictures.filter(({ svg }) => /<(?:script|foreignObject|image)|\son\w+=/u.test(svg))).toEqual([])
  const pdf = await printed(world, worker, `${address}/file?language=en&format=pdf`)
  expect([address, pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([address, 200, '%PDF-'])
  expect(pdf.rawPayload.toString('latin1')).not.toMatch(/\/(?:JavaScript|JS|Launch|URI|EmbeddedFile)\b/u)
}
