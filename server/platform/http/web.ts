import { existsSync, statSync } from 'node:fs'
import { join, normalize, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '#server/kernel/refusal.ts'

/** What a browser heeds for a page alone. Two dozen parts of the program and its look come at once, and would each carry it. */
const ofPages = [
  'content-security-policy',
  'permissions-policy',
  'x-frame-options',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
]
const isPartOfPage = /^assets\/[\w-]+\.(?:js|css)$/u

/** Serves the built web app: files with a hash in their name for a year, and its one page for every other path. */
export async function serveWeb(app: FastifyInstance, webFolder: string | null) {
  if (webFolder === null || !existsSync(join(webFolder, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: webFolder,
    serve: false,
    cacheControl: false,
    // The build lays compressed copies beside its files (vite.config.ts).
    preCompressed: true,
  })

  const isFile = (path: string) => {
    const full = normalize(join(webFolder, path))
    return full.startsWith(webFolder + sep) && (statSync(full, { throwIfNoEntry: false })?.isFile() ?? false)
  }
  app.get<{ Params: { '*': string } }>(
    '/*',
    { config: { operation: 'public' }, schema: { hide: true }, exposeHeadRoute: true },
    (request, reply) => {
      const path = request.params['*']
      if (path.startsWith('api/')) throw new Refusal('not-found')
      const lasting = path.startsWith('assets/')
      if (lasting && !isFile(path)) throw new Refusal('not-found')
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (isPartOfPage.test(path)) for (const name of ofPages) reply.removeHeader(name)
      // What lasts is never asked for again, whole or in part.
      const again = { acceptRanges: !lasting, etag: !lasting, lastModified: !lasting }
      return reply.sendFile(isFile(path) ? path : 'index.html', again)
    },
  )
}
