import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { Refusal } from '#server/kernel/refusal.ts'
import { acceptOnlyJson, textProblem } from './json.ts'
import { answerRefusals } from './refusals.ts'

type EdgeOptions = Readonly<{ logLevel: string; secure: boolean }>

/**
 * The edge of the server. Fastify's defaults are not safe ones: here bodies are strict JSON, fields are neither dropped
 * nor turned into other types, slow requests end, and no engine text leaves.
 */
export async function openEdge({ logLevel, secure }: EdgeOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: logLevel === 'silent' ? false : { level: logLevel, serializers: { req: requestLine } },
    genReqId: () => crypto.randomUUID(),
    // Behind TLS there is a proxy on this machine, and only it may say who is calling.
    trustProxy: secure ? 'loopback' : false,
    bodyLimit: 1024 * 1024,
    requestTimeout: 15_000,
    http: { headersTimeout: 5_000, requestTimeout: 15_000, connectionsCheckingInterval: 1_000 },
    // Nobody asks for heads alone, and a head would be one more way to each record.
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 400 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerRefusals(app)
  acceptOnlyJson(app)
  app.addHook('onRequest', async (request) => {
    const path = decodedPath(request.url)
    if (path === null || textProblem(path))
      throw new Refusal('invalid-input', {}, [{ path: 'url', code: 'text/nul' }])
  })
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  await app.register(compress, { threshold: 2048 })
  await app.register(helmet, {
    contentSecurityPolicy: { directives: contentPolicy(secure), useDefaults: false },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  })
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  return app
}

const contentPolicy = (secure: boolean) => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  ...(secure ? { upgradeInsecureRequests: [] } : {}),
})

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
