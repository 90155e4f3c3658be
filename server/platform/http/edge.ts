import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { Refusal } from '#server/kernel/refusal.ts'
import { acceptOnlyJson, textProblem } from './json.ts'
import { answerFrameworkError, answerRefusals, answerUnreadable } from './refusals.ts'
import { safeHeaders } from './safe-headers.ts'

type EdgeOptions = Readonly<{ logLevel: string; secure: boolean; proxies: readonly string[] }>

/** For how many milliseconds one may take for the headers, for all of a request, and for the pause before the next one. */
const patience = { headers: 5_000, request: 15_000, file: 600_000, idle: 30_000 } as const

/** The only ways in. Others are not there, whatever a path would do with them. */
const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE']

/**
 * The edge of the server. Fastify's defaults are not safe ones: here bodies are strict JSON, fields are neither dropped
 * nor turned into other types, slow requests end, and no engine text leaves.
 */
export async function openEdge({ logLevel, secure, proxies }: EdgeOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: logLevel === 'silent' ? false : { level: logLevel, serializers: { req: requestLine } },
    genReqId: () => crypto.randomUUID(),
    // Only the web servers in front may say who is calling; without any, nobody may.
    trustProxy: proxies.length === 0 ? false : [...proxies],
    bodyLimit: 1024 * 1024,
    requestTimeout: patience.file,
    keepAliveTimeout: patience.idle,
    // Both limits, the longer one for the whole request: Node exchanges them where the headers' is the longer one.
    http: {
      headersTimeout: patience.headers,
      requestTimeout: patience.file,
      connectionsCheckingInterval: 1_000,
    },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerFrameworkError,
    // Nobody asks for heads alone, and a head would be one more way to each record.
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 400 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerRefusals(app)
  acceptOnlyJson(app)
  const headers = safeHeaders(secure)
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    done(problemOf(request) ?? undefined)
  })
  hurryRequests(app)
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  await app.register(compress, { threshold: 2048 })
  return app
}

/** Why a request is not even looked at. */
function problemOf({ method, url }: Readonly<{ method: string; url: string }>): Refusal | null {
  if (!methods.includes(method)) return new Refusal('not-found')
  const path = decodedPath(url)
  return path === null || textProblem(path)
    ? new Refusal('invalid-input', {}, [{ path: 'url', code: 'text/nul' }])
    : null
}

/** Node knows one patience for all requests, a file's; every other one ends here when its body dawdles. */
function hurryRequests(app: FastifyInstance) {
  app.addHook('onRequest', ({ raw, headers, routeOptions }, reply, done) => {
    done()
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0
    if (!hasBody || routeOptions.config.slow) return
    const timer = setTimeout(() => {
      if (!raw.complete) answerUnreadable(tooSlow(), raw.socket)
    }, patience.request)
    timer.unref()
    reply.raw.once('close', () => clearTimeout(timer))
  })
}

const tooSlow = () =>
  Object.assign(new Error('The body came too slowly.'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })

/** Only the way and the path: no query, no body, no address of a person. */
const requestLine = (request: { method: string; url: string }) => ({
  method: request.method,
  path: request.url.split('?')[0],
})

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(url)
  } catch {
    return null
  }
}
