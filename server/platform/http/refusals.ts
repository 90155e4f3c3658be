import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { type RefusalCode, type RefusalKind, refusals } from '#contract/refusals.ts'
import { type FieldProblem, Refusal } from '#server/kernel/refusal.ts'
import { refusalOf } from '#server/platform/database/faults.ts'

/** The only place where a refusal meets HTTP. */
const statusOf = {
  who: 401,
  'not-you': 403,
  unseen: 404,
  'not-now': 409,
  gone: 410,
  stale: 412,
  unfinished: 422,
  malformed: 400,
  'version-missing': 428,
  'too-large': 413,
  'too-many': 429,
  away: 503,
  fault: 500,
} as const satisfies Record<RefusalKind, number>

/** The HTTP status of a refusal. */
export const statusOfRefusal = (code: RefusalCode) => statusOf[refusals[code]]

/** What leaves when the answer is no. `current` is the record as it is now, when somebody else was quicker. */
export const refusalBody = ({ code, facts, fields }: Refusal, current?: unknown) => ({
  code,
  facts,
  fields,
  ...(current === undefined ? {} : { current }),
})

type Issue = Readonly<{
  instancePath: string
  keyword: string
  params: unknown
  message?: string | undefined
}>

const Unrecognized = z.object({ keys: z.array(z.string()) })
const mostNamed = 20

/**
 * The problems of each field: the text rules name theirs themselves (`text/nul`), the others by what zod calls them.
 * A field that nobody knows is named as well, shortened: whoever sent it can see which one it was.
 */
function fieldProblems({ instancePath, keyword, message, params }: Issue): FieldProblem[] {
  const path = instancePath.replace(/^\//u, '').replaceAll('/', '.')
  const code = message && /^[a-z]+\/[a-z-]+$/u.test(message) ? message : keyword.replaceAll('_', '-')
  const unknown = Unrecognized.safeParse(params).data?.keys ?? []
  if (keyword !== 'unrecognized_keys' || unknown.length === 0) return [{ path, code }]
  return unknown
    .slice(0, mostNamed)
    .map((key) => ({ path: [path, key.slice(0, 60).toWellFormed()].filter(Boolean).join('.'), code }))
}

const byFastifyCode: Record<string, RefusalCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'not-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-input',
  FST_ERR_VALIDATION: 'invalid-input',
}

/** Any error as a refusal; what is none of the known ones is a fault. */
export function toRefusal(error: FastifyError | Refusal | Error): Refusal {
  if (error instanceof Refusal) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new Refusal('invalid-input', {}, error.validation.flatMap(fieldProblems))
  }
  const code = 'code' in error ? byFastifyCode[error.code] : undefined
  if (code) return new Refusal(code)
  if ('statusCode' in error && error.statusCode === 429) return new Refusal('too-many-requests')
  if ('statusCode' in error && error.statusCode && error.statusCode < 500) return new Refusal('invalid-input')
  return refusalOf(error) ?? new Refusal('fault')
}

/** What an answer carries that is given before any hook: it is no page, so nothing at all may come of it. */
const bareHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'content-security-policy':
    "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  'cache-control': 'no-store',
}

/** What Fastify refuses before it looks for a route: an address that cannot be read. */
export function answerFrameworkError(_error: FastifyError, _request: unknown, reply: FastifyReply) {
  void reply
    .code(400)
    .headers(bareHeaders)
    .send(refusalBody(new Refusal('invalid-input', {}, [{ path: 'url', code: 'invalid-format' }])))
}

const unreadable = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 } as const

/** What Node refuses before there is a request: bytes that are no HTTP, headers too long, or a sender too slow. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket) {
  if (socket.destroyed || !socket.writable) return
  const status = (error.code && unreadable[error.code as keyof typeof unreadable]) || 400
  const body = JSON.stringify(refusalBody(new Refusal('invalid-input')))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    ...Object.entries(bareHeaders).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Answers every throw with a catalogue code; a fault goes to the log with its stack and leaves as one plain code. */
export function answerRefusals(app: FastifyInstance) {
  app.setErrorHandler((error: FastifyError | Refusal, request, reply): FastifyReply => {
    const refusal = toRefusal(error)
    if (refusal.code === 'fault') request.log.error({ err: error }, 'fault')
    else request.log.info({ code: refusal.code }, 'refused')
    const { seconds } = refusal.facts
    if (seconds !== undefined) reply.header('retry-after', String(seconds))
    return reply.code(statusOfRefusal(refusal.code)).send(refusalBody(refusal))
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(refusalBody(new Refusal('not-found'))))
}
