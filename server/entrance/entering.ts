import type { FastifyRequest } from 'fastify'
import {
  type Actor,
  type Entry,
  enterAs,
  type Glance,
  type Glanced,
  glanceAs,
  isNoLongerRecognised,
  type Operation,
  permitFresh,
  permitRole,
  type Transaction,
} from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { RecogniseAnew } from './recognise.ts'

/** What is done inside a transaction. */
export type Work<Answer> = (tx: Transaction) => Promise<Answer>

/** What is lent, which version was seen, and whether nothing will be written. */
type How = Readonly<{ lent?: Actor | undefined; seenVersion?: number | null; looksOnly?: boolean }>

/** Enters for who asks, and asks anew where what was remembered of them no longer holds. */
export function entering({ database, now }: Platform, recogniseAnew: RecogniseAnew) {
  /** Does something as who asks, or with what is lent to them; whoever was only remembered is confirmed as it begins. */
  async function asWhoAsks<Done>(
    request: FastifyRequest,
    { lent, seenVersion = null, looksOnly = false }: How,
    act: (entry: Entry) => Promise<Done>,
  ): Promise<Done> {
    const entry = { operation: operationOf(request), now: now(), seenVersion, looksOnly }
    const recognition = request.remembered?.recognition
    try {
      return await act({ ...entry, actor: lent ?? actorOf(request), recognition })
    } catch (error) {
      if (!isNoLongerRecognised(error)) throw error
      const actor = await recogniseAnew(request)
      permitAtAll(request)
      return act({ ...entry, actor })
    }
  }

  const entered = <Answer>(request: FastifyRequest, work: Work<Answer>, how: How = {}): Promise<Answer> =>
    asWhoAsks(request, how, (entry) => enterAs(database, entry, work))

  const glanced = <View>(request: FastifyRequest, glance: Glance<View>, how: How): Promise<Glanced<View>> =>
    asWhoAsks(request, how, (entry) => glanceAs(database, entry, glance))

  /** Refuses what is not the actor's at all; not by what was remembered of them, for it may have changed since. */
  async function permitBefore(request: FastifyRequest) {
    try {
      permitAtAll(request)
    } catch (error) {
      if (!request.remembered) throw error
      await recogniseAnew(request)
      permitAtAll(request)
    }
  }

  return { entered, glanced, permitBefore }
}

/** Refuses what is no duty of the actor's role, or needs a fresh sign-in, before anything is looked at. */
function permitAtAll(request: FastifyRequest) {
  permitRole(actorOf(request), operationOf(request))
  permitFresh(actorOf(request), operationOf(request))
}

/** Who asks, as far as is known before the act begins. */
export function actorOf(request: FastifyRequest): Actor {
  const actor = request.actor ?? request.remembered?.actor
  if (!actor) throw new Refusal('not-signed-in')
  return actor
}

/** What the route said it does. */
export function operationOf(request: FastifyRequest): Operation {
  const { operation } = request.routeOptions.config
  if (operation === undefined || operation === 'public')
    throw new Error(`${request.url} was entered without an operation`)
  return operation
}
