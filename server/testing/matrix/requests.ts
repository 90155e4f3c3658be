import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { asJson, bodiesOf, type BodySchema } from '../bodies.ts'
import { wordParts } from '../word-file.ts'
import type { World } from '../world.ts'
import type { MatrixCase } from './cases.ts'
import type { Member } from './staff.ts'

/** A route as the running router has it, with the body that its description asks for. */
export type MatrixRoute = Readonly<{
  method: string
  url: string
  operation: string
  body: BodySchema | null
}>

/** What came back, as far as the matrix looks at it. */
export type Reply = Readonly<{ status: number; text: string; headers: Readonly<Record<string, unknown>> }>

type Described = Readonly<{
  requestBody?: Readonly<{ content: Readonly<Record<string, Readonly<{ schema: BodySchema }>>> }>
}>

/** Every route of the running router. */
export async function routesOf({ app }: World): Promise<MatrixRoute[]> {
  const { paths } = (await app.inject('/api/openapi.json')).json<{
    paths: Record<string, Record<string, Described>>
  }>()
  return app.declared.map(({ method, url, operation }) => {
    const described = paths[url.replaceAll(/:(\w+)/gu, '{$1}')]?.[method.toLowerCase()]
    const content = Object.values(described?.requestBody?.content ?? {})[0]
    return { method, url, operation, body: content?.schema ?? null }
  })
}

/** The names in a path: `caseId`, `planId`. */
export const namesIn = (url: string) => [...url.matchAll(/:(\w+)/gu)].map(([, name = '']) => name)

/** The path of a route with these ids in it, and what its query must say. */
export function addressOf({ url }: MatrixRoute, ids: Readonly<Record<string, string>>) {
  const path = url.replaceAll(/:(\w+)/gu, (_, name: string) => ids[name] ?? randomUUID())
  if (path.includes('/file-copies/') && path.endsWith('/file')) return `${path}?format=docx`
  if (path.endsWith('/file')) return `${path}?language=en&format=docx`
  if (path.endsWith('/client-kinds')) return `${path}?caseId=${ids['caseId'] ?? ''}`
  if (path.endsWith('/merge-preview')) return `${path}?with=${ids['relativeId'] ?? ''}`
  if (path.endsWith('/reporter')) return `${path}?reason=oversight`
  if (path.endsWith('/calendar-file')) return `${path}?language=en`
  if (path.endsWith('/client-links')) return `${path}?purpose=confirmation`
  return path.includes('/documents/') ? `${path}?language=en` : path
}

export type Sent = Readonly<{
  method: string
  address: string
  payload?: string
  headers?: Readonly<Record<string, string>>
}>

/** A version that no record has yet: whatever may be written is stopped as stale at the very last. */
export const noVersion = '"999999"'

/** What is said of a file that is added: its id is that of the case's own, so that nothing is ever written. */
function saidOfFile({ method, address }: Sent): Readonly<Record<string, string>> {
  if (method === 'POST' && address.endsWith('/imports'))
    return { 'import-id': randomUUID(), 'import-name': 'x.zip' }
  const [, caseId] = (method === 'POST' && /\/cases\/([^/]+)\/attachments$/u.exec(address)) || []
  return caseId === undefined
    ? {}
    : { 'attachment-id': caseId, 'attachment-title': 'X', 'attachment-name': 'x.txt' }
}

/** Everybody sits at an address of their own: where wrong credentials are counted, nobody pays for another. */
const seatOf = (id: string) =>
  `10.${[0, 2, 4].map((at) => Number.parseInt(id.slice(at, at + 2), 16)).join('.')}`

/** Sends one request as a member. */
export async function ask(world: World, { worker: { id, token } }: Member, sent: Sent): Promise<Reply> {
  const reply = await world.app.inject({
    remoteAddress: seatOf(id),
    method: sent.method as 'GET',
    url: sent.address,
    headers: {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(sent.payload === undefined ? {} : { 'content-type': 'application/json' }),
      'if-match': noVersion,
      ...saidOfFile(sent),
      ...sent.headers,
    },
    ...(sent.payload === undefined ? {} : { payload: sent.payload }),
  })
  const isWord = String(reply.headers['content-type']).includes('wordprocessing')
  const text = isWord ? [...wordParts(reply.rawPayload).values()].join('\n') : reply.body
  return { status: reply.statusCode, text, headers: reply.headers }
}

/** Bodies that the schema of each route lets through, made once: found by sending them as somebody who may. */
export class Bodies {
  private readonly found = new Map<string, unknown>()

  /** Finds a body for each writing route that is not refused as malformed. */
  async prepare(
    world: World,
    routes: readonly MatrixRoute[],
    asker: (route: MatrixRoute) => Member,
    sample: MatrixCase,
  ) {
    for (const route of routes) {
      if (!route.body) continue
      const body = await this.fitting(world, route, asker(route), sample)
      if (body === undefined) throw new Error(`No body was found that ${route.method} ${route.url} reads.`)
      this.found.set(`${route.method} ${route.url}`, body)
    }
  }

  private async fitting(world: World, route: MatrixRoute, member: Member, sample: MatrixCase) {
    const person = sample.ids['personId'] ?? ''
    for (let seed = 1; seed <= 60; seed += 1) {
      const [body] = fc.sample(bodiesOf(route.body ?? {}, [person]), { numRuns: 1, seed })
      const payload = this.written(route, body, sample)
      const address = addressOf(route, sample.ids)
      const { status } = await ask(world, member, { method: route.method, address, payload })
      if (status !== 400) return body
    }
    return undefined
  }

  /** The body of a route for one case: whom it names is that case's client, what it creates is there already. */
  payloadFor(route: MatrixRoute, subject: MatrixCase): string | undefined {
    if (!route.body) return undefined
    return this.written(route, this.found.get(`${route.method} ${route.url}`), subject)
  }

  private written({ url }: MatrixRoute, body: unknown, { ids }: MatrixCase) {
    if (typeof body !== 'object' || body === null) return asJson(body)
    const rewritten = { ...body } as Record<string, unknown>
    if ('id' in rewritten) rewritten['id'] = ids[thereAlready(url)]
    // Never wider than the case already is: widening is refused to a worker by a rule of its own.
    if ('readerIds' in rewritten) rewritten['level'] = 'sealed'
    for (const name of ['clientId', 'personId', 'callerId'])
      if (rewritten[name]) rewritten[name] = ids['personId']
    if (rewritten['relativeId']) rewritten['relativeId'] = ids['relativeId']
    if ('assessmentId' in rewritten) rewritten['assessmentId'] = ids['assessmentId']
    // A consent is given in the case, and about nobody's first contact.
    if ('inquiryId' in rewritten) Object.assign(rewritten, { caseId: ids['caseId'], inquiryId: null })
    if ('familyId' in rewritten) rewritten['familyId'] = null
    if ('planId' in rewritten) rewritten['planId'] = ids['planId']
    return asJson(rewritten)
  }
}

/** Which id of the case a create would collide with: its own kind's, so that nothing is ever written. */
function thereAlready(url: string): string {
  const [noun = ''] = url.split('/').slice(-1)
  const known: Readonly<Record<string, string>> = {
    people: 'personId',
    relations: 'relationId',
    inquiries: 'inquiryId',
    lines: 'lineId',
    interviews: 'interviewId',
    assessments: 'assessmentId',
    plans: 'planId',
    'process-records': 'recordId',
    evaluations: 'evaluationId',
    'satisfaction-surveys': 'surveyId',
    closings: 'closingId',
    addenda: 'addendumId',
    workers: 'workerId',
    consents: 'consentId',
    standings: 'standingId',
    'client-kinds': 'clientKindId',
    appointments: 'appointmentId',
    scales: 'scaleId',
    findings: 'findingId',
    sources: 'sourceId',
    'collection-contacts': 'collectionContactId',
    'collection-notices': 'collectionNoticeId',
    'questionnaire-answers': 'answersId',
    'consent-exceptions': 'exceptionId',
    referrals: 'referralId',
    'file-copies': 'copyId',
  }
  return known[noun] ?? 'caseId'
}
