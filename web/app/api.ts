import { z } from 'zod'
import { drawnFor } from '#contract/access.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import { readHeaders, takeAhead } from './ahead.ts'
import { sentencesFor } from './sentences.ts'
import { announceSessionEnd, whomDrawnFor } from './session-end.ts'

/** One field the server refused: where it is (`goals.0.title`), and a code for why. */
export type RefusedField = { path: string; code: string }

/** The server's answer when it says no. Unknown codes are kept: the screen has a sentence for those too. */
const Refused = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.unknown()).default({}),
  fields: z.array(z.object({ path: z.string(), code: z.string() })).default([]),
  current: z.unknown().optional(),
})

/** The server said no. `current` is the record as it now is, when the one sent was stale (412). */
export class RefusedByServer extends Error {
  readonly status: number
  readonly code: RefusalCode
  readonly facts: Readonly<Record<string, unknown>>
  readonly fields: readonly RefusedField[]
  readonly current: unknown

  constructor(status: number, answer: z.infer<typeof Refused>) {
    super(answer.code)
    this.status = status
    this.code = answer.code as RefusalCode
    this.facts = answer.facts
    this.fields = answer.fields
    this.current = answer.current
  }
}

/** No answer came: the network or the server is away. Nothing is known about whether a write arrived. */
export class ServerUnreachable extends Error {}

/** A record and the version it has on the server; 0 where the server names none. */
export type Versioned<Value> = { value: Value; version: number }

/** What may go with a request. `version` is the one the writer saw; it becomes If-Match. */
export type RequestOptions = {
  body?: unknown
  version?: number | undefined
  /** Same key, same effect: give one when a repeated request must not act twice. POST makes its own. */
  idempotencyKey?: string
  signal?: AbortSignal
}

type Path = `/api/${string}`
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What every request of a page carries: that it is ours, and for whom the page was drawn. */
export function headersOfPage(): Record<string, string> {
  const worker = whomDrawnFor()
  return { 'X-Requested-With': 'alongside', ...(worker === null ? {} : { [drawnFor]: worker }) }
}

function headersFor(method: Method, options: RequestOptions): Headers {
  const headers = new Headers({ ...readHeaders(), ...headersOfPage() })
  if (method === 'GET') return headers
  if (options.body !== undefined) headers.set('Content-Type', 'application/json')
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`)
  const key = options.idempotencyKey ?? (method === 'POST' ? crypto.randomUUID() : undefined)
  if (key) headers.set('Idempotency-Key', key)
  return headers
}

/** Where a 401 means that a password or a code is wrong, not that a sign-in has ended. */
const atTheDoor = /^\/api\/sign-ins(?:$|\/(?:second-step|own-password|enrolment))/

async function send(method: Method, path: Path, options: RequestOptions): Promise<Response> {
  try {
    const ahead = method === 'GET' ? takeAhead(path) : undefined
    if (ahead) return await ahead
    return await fetch(path, {
      method,
      headers: headersFor(method, options),
      credentials: 'same-origin',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new ServerUnreachable('no answer', { cause })
  }
}

/** Turns an answer that is not a success into what is thrown. 502–504 without our code count as unreachable. */
export async function refusalFrom(response: Response): Promise<Error> {
  const answer = Refused.safeParse(await response.json().catch(() => null))
  if (answer.success) {
    const { code, fields } = answer.data
    await sentencesFor([code, ...fields.map((field) => field.code)])
    return new RefusedByServer(response.status, answer.data)
  }
  if (response.status >= 502) return new ServerUnreachable(`status ${response.status}`)
  return new RefusedByServer(response.status, { code: 'fault', facts: {}, fields: [] })
}

/** The version in an ETag (`"7"` or `W/"7"`), or 0. */
export const versionIn = (etag: string | null): number => Number(/"(\d+)"/.exec(etag ?? '')?.[1] ?? 0)

async function request<Schema extends z.ZodType>(
  method: Method,
  path: Path,
  schema: Schema,
  options: RequestOptions = {},
): Promise<Versioned<z.output<Schema>>> {
  const response = await send(method, path, options)
  if (!response.ok) {
    const refusal = await refusalFrom(response)
    if (response.status === 401 && !atTheDoor.test(path)) announceSessionEnd()
    throw refusal
  }
  const answer: unknown = response.status === 204 ? undefined : await response.json()
  return { value: schema.parse(answer), version: versionIn(response.headers.get('ETag')) }
}

/**
 * The server, as screens talk to it: `const { value, version } = await api.get('/api/people/…', PersonView)`.
 * Answers are checked against `schema` (use `z.undefined()` for an empty one).
 * Throws RefusedByServer, ServerUnreachable, or a ZodError when the answer breaks the contract.
 */
export const api = {
  get: <Schema extends z.ZodType>(path: Path, schema: Schema, options?: RequestOptions) =>
    request('GET', path, schema, options),
  post: <Schema extends z.ZodType>(path: Path, schema: Schema, options?: RequestOptions) =>
    request('POST', path, schema, options),
  put: <Schema extends z.ZodType>(path: Path, schema: Schema, options?: RequestOptions) =>
    request('PUT', path, schema, options),
  delete: <Schema extends z.ZodType>(path: Path, schema: Schema, options?: RequestOptions) =>
    request('DELETE', path, schema, options),
}
