import type { App } from '#server/app.ts'

/** JSON as it came over the wire; a test reads from it what it expects to be there. */
export type Json = { readonly [key: string]: Json } & readonly Json[] & string & number & boolean & null

/** What came back. */
export type Answer = Readonly<{ status: number; body: Json; headers: Readonly<Record<string, unknown>> }>

/** How a write is sent: the version it saw, and a key when it may be repeated. */
export type Sending = Readonly<{
  version?: number
  key?: string
  headers?: Readonly<Record<string, string>>
}>

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Calls the app as a program does, with a bearer token, through the whole server but without a port. */
export function caller(app: App, token: string | null) {
  async function call(
    method: Method,
    path: string,
    body?: unknown,
    { version, key, headers }: Sending = {},
  ): Promise<Answer> {
    const reply = await app.inject({
      method,
      url: `/api${path}`,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    })
    const isJson = String(reply.headers['content-type']).includes('json')
    return {
      status: reply.statusCode,
      body: isJson ? reply.json<Json>() : (null as Json),
      headers: reply.headers,
    }
  }
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown, sending?: Sending) => call('POST', path, body, sending),
    put: (path: string, body: unknown, sending?: Sending) => call('PUT', path, body, sending),
    delete: (path: string) => call('DELETE', path),
  }
}
