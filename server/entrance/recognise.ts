import '@fastify/cookie'
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { drawnFor, Level } from '#contract/access.ts'
import { role } from '#contract/codes/index.ts'
import { Language } from '#contract/language.ts'
import { type Actor, principalsOf } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type RecognisedRow, recognised } from './recognise.repository.ts'
import { linkActorOf, linkCookieName } from './recognise-link.repository.ts'
import { partnerActorOf } from './recognise-partner.repository.ts'
import { memoryOfActors } from './remembered.ts'

/** What is stored of a token: its hash, so that a stolen table opens nothing. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest()

/** The cookie's name; over TLS with the prefix that ties it to this host alone. */
export const cookieName = (secure: boolean) => (secure ? '__Host-alongside' : 'alongside')

type Token = Readonly<{ token: string; from: 'bearer' | 'cookie' }>

/** The token of a request: a program's bearer token, or a browser's cookie. */
export const tokenOf = (request: FastifyRequest, secure: boolean) => tokenIn(request, cookieName(secure))

/** The same of whoever opened a secure link. */
const linkTokenOf = (request: FastifyRequest, secure: boolean) => tokenIn(request, linkCookieName(secure))

function tokenIn(
  { headers, cookies }: Pick<FastifyRequest, 'headers' | 'cookies'>,
  name: string,
): Token | null {
  const [, bearer] = /^Bearer ([\w-]{20,200})$/u.exec(headers.authorization ?? '') ?? []
  if (bearer) return { token: bearer, from: 'bearer' }
  const cookie = cookies[name]
  return cookie ? { token: cookie, from: 'cookie' } : null
}

/**
 * A browser sends its cookie wherever it is told to; a write must therefore come from our own pages:
 * our header (which another site cannot set), and no other site by the browser's own word.
 */
function refuseForged(request: FastifyRequest) {
  if (request.method !== 'GET' && request.headers['x-requested-with'] !== 'alongside')
    throw new Refusal('cross-site')
}

/**
 * A page that was drawn for one worker does nothing as another who signed in since, over it or in a second tab: what stands on
 * it was read and written by the first. Pages say for whom they are; programs have their token.
 */
function refuseAnothersPage({ headers }: FastifyRequest, actor: Actor) {
  const meant = headers[drawnFor]
  if (meant !== undefined && meant !== actor.workerId) throw new Refusal('not-signed-in')
}

/** The host of an origin as a browser names it, or null when it is none (`null`, a file, another scheme). */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).hostname : null
}

/**
 * What another site sends, by the browser's own word; also where nobody is signed in yet, for else it could sign a
 * browser in as somebody else. The host is the one the request was sent to, never one that a proxy's header names.
 */
function refuseCrossSite({ method, headers }: FastifyRequest) {
  if (method === 'GET' || method === 'HEAD') return
  const { origin, host = '' } = headers
  const site = headers['sec-fetch-site']
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const foreignOrigin = origin !== undefined && hostOf(origin) !== hostOf(`http://${host}`)
  if (foreignSite || foreignOrigin) throw new Refusal('cross-site')
}

/** Recognises by the database who sends a request, and puts it there. Refused (401) when it is nobody any more. */
export type RecogniseAnew = (request: FastifyRequest) => Promise<Actor>

/**
 * Recognises the actor of every request, once, before anything else is done; public routes have none. Whoever was
 * recognised a moment ago is remembered, and recognised again as the act begins.
 */
export function recogniseActors(
  app: FastifyInstance,
  { database, secureCookies, now }: Platform,
): RecogniseAnew {
  app.decorateRequest('actor', null)
  app.decorateRequest('remembered', null)
  const memory = memoryOfActors()
  const partnerOf = recognisingPartners(app, { database, now })
  const anew = async (request: FastifyRequest) => {
    request.remembered = null
    const hash = tokenHash(tokenOf(request, secureCookies)?.token ?? '')
    const row = await recognised(database.db, hash)
    if (!row) {
      memory.forget(hash)
      throw new Refusal('not-signed-in')
    }
    request.actor = actorFrom(row)
    memory.keep({ actor: request.actor, recognition: { hash, mark: row.mark } })
    return request.actor
  }
  app.addHook('onRequest', async (request) => {
    if (request.is404) return
    refuseCrossSite(request)
    if (request.routeOptions.config.operation === 'public') return
    const { link, partner } = request.routeOptions.config
    if (partner) {
      request.actor = await partnerOf(request)
      return
    }
    const found = link ? linkTokenOf(request, secureCookies) : tokenOf(request, secureCookies)
    if (!found) throw new Refusal('not-signed-in')
    if (found.from === 'cookie') refuseForged(request)
    if (link) {
      request.actor = await linkActorOf(database.db, tokenHash(found.token), now())
      if (!request.actor) throw new Refusal('not-signed-in')
      return
    }
    if (!request.routeOptions.config.anew) request.remembered = memory.find(tokenHash(found.token))
    const actor = request.remembered?.actor ?? (await anew(request))
    if (found.from === 'cookie') refuseAnothersPage(request, actor)
  })
  return anew
}

/** So many wrong credentials a minute are looked at from one address; whoever has a right one is never counted. */
const wrongAMinute = { max: 30, timeWindow: '1 minute' }

/** Recognises a partner’s program by its credential; no cookie is one. Wrong, run out and taken back are the same (401). */
function recognisingPartners(app: FastifyInstance, { database, now }: Pick<Platform, 'database' | 'now'>) {
  const counted = app.createRateLimit(wrongAMinute)
  return async (request: FastifyRequest): Promise<Actor> => {
    const found = tokenIn({ headers: request.headers, cookies: {} }, '')
    const actor = found && (await partnerActorOf(database.db, tokenHash(found.token), now()))
    if (actor) return actor
    const limit = await counted(request)
    if (!limit.isAllowed && limit.isExceeded)
      throw new Refusal('too-many-requests', { seconds: limit.ttlInSeconds })
    throw new Refusal('not-signed-in')
  }
}

/** The actor of a recognised sign-in. */
export function actorFrom(row: RecognisedRow): Actor {
  const itsRole = role.schema.parse(row.role)
  return {
    signInId: row.signInId,
    agencyId: row.agencyId,
    workerId: row.workerId,
    name: row.name,
    role: itsRole,
    level: Level.parse(row.level),
    language: Language.parse(row.language),
    agencyName: row.agencyName,
    demo: row.demo,
    principals: principalsOf(row.workerId, itsRole, row),
    fresh: row.fresh,
  }
}
