import { randomUUID } from 'node:crypto'
import type { App } from '#server/app.ts'
import type { Answer, Sending } from '../caller.ts'
import { type TestWorker, testWorld, type World } from '../world.ts'

/** One write as a teller sends it, and the means to send it again. */
export type Write = Readonly<{
  world: World
  worker: TestWorker
  method: 'POST' | 'PUT'
  path: string
  body: unknown
  sending: Sending
}>

/** Sends a write some times over, judges it, and gives back the one answer with which the story goes on. */
export type Sender = (write: Write, route: string) => Promise<Answer>

/** Sends a write once, as this worker. */
export const sendOnce = ({ world, method, path, body }: Write, as: TestWorker, sending: Sending) =>
  method === 'POST' ? world.as(as).post(path, body, sending) : world.as(as).put(path, body, sending)

/** The route of the router that a path belongs to. */
function routeOf(app: App, method: string, path: string): string {
  const found = app.declared.find(
    (route) =>
      route.method === method &&
      new RegExp(`^${route.url.replaceAll(/:\w+/gu, '[^/]+')}$`, 'u').test(`/api${path}`),
  )
  if (!found) throw new Error(`${method} ${path} is no route`)
  return `${method} ${found.url}`
}

/** A world in which every write is sent by a sender; `sent` are the routes that were written to with success. */
export async function aWorldThatSends(sender: Sender) {
  const plain = await testWorld()
  const sent = new Set<string>()
  const through =
    (worker: TestWorker, method: 'POST' | 'PUT') =>
    async (path: string, body: unknown, sending: Sending = {}) => {
      const route = routeOf(plain.app, method, path)
      // A look on the way to a write is asked once, as it is.
      if (noWrites.includes(route)) return plain.as(worker).post(path, body, sending)
      const answer = await sender({ world: plain, worker, method, path, body, sending }, route)
      if (answer.status >= 300)
        throw new Error(`${route} was answered ${answer.status} ${JSON.stringify(answer.body)}`)
      sent.add(route)
      return answer
    }
  const world: World = {
    ...plain,
    as: (worker) =>
      worker === null
        ? plain.as(null)
        : { ...plain.as(worker), post: through(worker, 'POST'), put: through(worker, 'PUT') },
  }
  return { world, plain, sent }
}

// Looks that are asked with POST, and the door: they write nothing that could be written twice.
const noWrites = [
  'POST /api/sign-ins',
  'POST /api/setup',
  'POST /api/searches',
  'POST /api/people/duplicate-checks',
  'POST /api/directory/searches',
]

/**
 * What holds or answers a secret, so that nothing of it is kept, and what ends a sign-in: each works once by a token, a code
 * or a proof of its own, with no version and no key. server/sign-in tells and races these; input/secrets.test.ts spoils them.
 */
export const secretWrites = [
  'POST /api/sign-ins/second-step',
  'POST /api/sign-ins/own-password',
  'POST /api/sign-ins/enrolment',
  'POST /api/sign-ins/enrolment-code',
  'POST /api/resets',
  'POST /api/me/proofs',
  'PUT /api/me/password',
  'POST /api/me/second-factor-enrolments',
  'PUT /api/me/second-factor',
  'POST /api/me/recovery-codes',
  'POST /api/workers/:workerId/resets',
]

/** The same of secure links, partners, and what they write; server/secure-links, server/client-links and server/sharing/fhir tell these. */
const linkWrites = [
  'POST /api/link-openings',
  'POST /api/people/:personId/referrals/:referralId/links',
  'PUT /api/people/:personId/referrals/:referralId/links/:linkId/ending',
  'PUT /api/link/referral/step',
  'POST /api/cases/:caseId/client-links',
  'PUT /api/cases/:caseId/client-links/:clientLinkId/ending',
  'PUT /api/link/paper/answer',
  'POST /api/partners/:partnerId/credentials',
  'PUT /api/partners/:partnerId/credentials/:credentialId/ending',
  'PUT /api/fhir/R4/Task/:referralId',
]

const endings = [
  'DELETE /api/sign-ins/current',
  'DELETE /api/sign-ins/others',
  'DELETE /api/sign-ins/:signInId',
  'DELETE /api/me/second-factor',
  'DELETE /api/workers/:workerId/sign-ins',
]

// Somebody outside has no key: server/case/intake/web-form sends it twice, and spoils it.
const fromOutside = ['POST /api/web-forms/:agencyId/requests']

const toldElsewhere: readonly string[] = [
  ...noWrites,
  ...secretWrites,
  ...linkWrites,
  ...endings,
  ...fromOutside,
]

/** The writing routes of the router that the story did not come to. */
export const leftOut = ({ app }: World, sent: ReadonlySet<string>) =>
  app.declared
    .filter(
      ({ method }) => method === 'POST' || method === 'PUT' || method === 'PATCH' || method === 'DELETE',
    )
    .map(({ method, url }) => `${method} ${url}`)
    .filter((route) => !toldElsewhere.includes(route) && !sent.has(route))

/** A key of its own for each write. */
export const aKey = () => randomUUID()
