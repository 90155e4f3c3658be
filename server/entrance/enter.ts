import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Actor, type Glance, isLendable, type Transaction } from '#server/access/index.ts'
import { type Act, witness } from '#server/audit/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { again, refusalOf } from '#server/platform/database/faults.ts'
import { refusalBody, statusOfRefusal } from '#server/platform/http/refusals.ts'
import type { Platform } from '#server/platform/platform.ts'
import { actorOf, entering, operationOf, type Work } from './entering.ts'
import { looking } from './looking.ts'
import type { RecogniseAnew } from './recognise.ts'
import { lentActor } from './lent-sight.repository.ts'
import { fingerprintOf, keepAnswer, keptAnswer, type Repeatable } from './kept-answers.repository.ts'

/** How a stale write is answered: the view of the record as it is now. */
export type EnterOptions = Readonly<{
  current?: (tx: Transaction) => Promise<object>
  /**
   * What takes long and is done before the transaction of the act, such as reading a body that comes as a stream. It may
   * look first, in a transaction of its own that leaves no line, whether the act will be refused; what it answers stands
   * for the body where a repeat is recognised.
   */
  beforehand?: (
    lookFirst: <Answer>(look: (tx: Transaction) => Promise<Answer>) => Promise<Answer>,
  ) => Promise<unknown>
}>

/** Turns a request into one act of its actor: enters, does the work, witnesses it, keeps the answer, commits. */
type Entering = <View extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tx: Transaction) => Promise<View>,
  options?: EnterOptions,
) => Promise<View>

/** The way in for every route. */
export type Enter = Entering &
  Readonly<{
    /** The same for a look that one statement tells: asked most often, so in as few steps as there are. */
    glance: <View extends object>(
      request: FastifyRequest,
      reply: FastifyReply,
      glance: Glance<View>,
    ) => Promise<View>
  }>

const IdempotencyKey = z.uuid()

// What was understood and refused. Unreadable requests and a database that is away leave no line.
const witnessed: readonly number[] = [403, 404, 409, 410, 412, 422]
/** How long a refusal waits for its line. */
const patienceMilliseconds = 3_000

/** The version named by If-Match; a write without one is refused (428), for nobody may overwrite what they did not see. */
export function seenVersionOf(request: FastifyRequest): number | null {
  const { versioned = request.method === 'PUT' } = request.routeOptions.config
  if (!versioned) return null
  const [, digits] = /^(?:W\/)?"(\d{1,9})"$/u.exec(request.headers['if-match'] ?? '') ?? []
  if (digits === undefined) throw new Refusal('version-missing')
  return Number(digits)
}

function repeatableOf(request: FastifyRequest, body: unknown): Repeatable | null {
  const given = request.headers['idempotency-key']
  // A look, even one asked with POST, changes nothing: what it showed is not kept a second time.
  if (given === undefined || actOf(request) === 'look' || request.routeOptions.config.secret) return null
  const key = IdempotencyKey.safeParse(given)
  if (!key.success)
    throw new Refusal('invalid-input', {}, [{ path: 'idempotency-key', code: 'invalid-format' }])
  return { key: key.data, fingerprint: fingerprintOf(request.method, request.url, body) }
}

const actOf = (request: FastifyRequest): Act =>
  request.routeOptions.config.act ?? (request.method === 'GET' ? 'look' : 'change')

/** Builds the entrance of a platform. */
export function entrance(platform: Platform, recogniseAnew: RecogniseAnew): Enter {
  const way = entering(platform, recogniseAnew)
  const { entered, permitBefore } = way
  const looks = looking(platform, way)

  async function once<View extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: Work<View>,
    body: unknown,
    lent: Actor | undefined,
  ): Promise<View> {
    if (actOf(request) === 'look') return tagged(reply, await looks.entered(request, work, lent))
    const repeatable = repeatableOf(request, body)
    const status = request.routeOptions.config.creates ? 201 : 200
    const act = async (tx: Transaction) => {
      const kept = repeatable && (await keptAnswer(tx, repeatable))
      if (kept) {
        await witness(tx, { act: 'look', requestId: request.id })
        // The kept answer is the view that this same route gave to this same request.
        return kept as View
      }
      const done = await work(tx)
      if (repeatable) keepAnswer(tx, repeatable, status, done)
      await witness(tx, { act: actOf(request), requestId: request.id })
      return done
    }
    const view = await entered(request, act, { lent, seenVersion: seenVersionOf(request) })
    reply.code(status)
    return tagged(reply, view)
  }

  /** Puts a refusal on the audit, and tells it; a stale write is answered with the record as it is now. */
  async function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    error: unknown,
    current?: EnterOptions['current'],
  ): Promise<never> {
    const refusal = error instanceof Refusal ? error : refusalOf(error)
    if (!refusal) throw error
    await witnessRefusal(entered, request, refusal)
    if (refusal.code !== 'changed-meanwhile' || !current) throw error
    const view = await looks.entered(request, current)
    return reply.code(412).send(refusalBody(refusal, view)) as never
  }

  const enter: Entering = async (request, reply, work, { current, beforehand } = {}) => {
    try {
      await permitBefore(request)
      const lookFirst = <Answer>(look: Work<Answer>) => entered(request, look)
      const body = beforehand ? await beforehand(lookFirst) : request.body
      return await orLent(platform, request, (lent) => once(request, reply, work, body, lent))
    } catch (error) {
      return refuse(request, reply, error, current)
    }
  }

  const glance: Enter['glance'] = async (request, reply, look) => {
    try {
      await permitBefore(request)
      return tagged(reply, await orLent(platform, request, (lent) => looks.glanced(request, look, lent)))
    } catch (error) {
      return refuse(request, reply, error)
    }
  }

  return Object.assign(enter, { glance })
}

type Way = ReturnType<typeof entering>

/**
 * A refused look or change leaves one audit line of its own, after everything else was undone. It never stands in the
 * way of the answer, which tells nothing either way.
 */
async function witnessRefusal(entered: Way['entered'], request: FastifyRequest, refusal: Refusal) {
  if (!witnessed.includes(statusOfRefusal(refusal.code))) return
  const writing = entered(request, async (tx) => {
    tx.saw(subjectAsked(request))
    await witness(tx, {
      act: actOf(request),
      requestId: request.id,
      outcome: 'refused',
      reason: refusal.code,
    })
  })
  const written = writing.catch((problem: unknown) =>
    request.log.error(problem, 'A refusal could not be put on the audit.'),
  )
  await Promise.race([written, wait(patienceMilliseconds, undefined, { ref: false })])
}

/** The version of a record travels beside it, for the next write to name. */
function tagged<View extends object>(reply: FastifyReply, view: View): View {
  if ('version' in view) reply.header('etag', `"${String(view.version)}"`)
  return view
}

/** Where one's own sight finds nothing, what is lent by break-glass may show it: a read of that one case, and no more. */
async function orLent<View>(
  { database, now }: Platform,
  request: FastifyRequest,
  act: (lent?: Actor) => Promise<View>,
): Promise<View> {
  try {
    return await again(() => act())
  } catch (error) {
    const unseen = error instanceof Refusal && error.code === 'not-found'
    if (!unseen || !isLendable(operationOf(request))) throw error
    const lent = await lentActor(database.db, actorOf(request), subjectAsked(request), now())
    if (!lent) throw error
    return await again(() => act(lent))
  }
}

/** What was asked for, read from the path, whether it exists or not. */
function subjectAsked(request: FastifyRequest) {
  const ids = z.record(z.string(), z.string()).safeParse(request.params).data ?? {}
  const id = (name: string) => (z.uuid().safeParse(ids[name]).success ? ids[name] : undefined)
  const caseId = id('caseId')
  const inquiryId = id('inquiryId')
  const personId = id('personId')
  return {
    kind: 'asked',
    ...(caseId ? { caseId } : {}),
    ...(inquiryId ? { inquiryId } : {}),
    ...(personId ? { personId } : {}),
  }
}
