import { Readable } from 'node:stream'
import { z } from 'zod'
import {
  ImportFile,
  importLimits,
  ImportPage,
  ImportRowPage,
  ImportRowQuery,
  ImportView,
  UndoImport,
} from '#contract/directory-imports.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery } from '#contract/page.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { checkImport, receiveImport, type Received, takeImport, undoImport } from './imports.actions.ts'
import { importPage, importRows, viewImport } from './imports.queries.ts'

const params = z.strictObject({ importId: Id })

/** What is said of a file, beside the headers that every request has. */
const said = z.looseObject({
  'import-id': z.string().max(36).describe('A random UUID, made by whoever brings the file'),
  'import-name': z.string().max(4_000).describe('Its file name, percent-encoded UTF-8'),
})

/** Files of HSDS that are brought in: checked first, taken by a job, undone whole. */
export const importRoutes: Routes = async (app, { enter }) => {
  app.get('/directory/imports', {
    config: { operation: 'directory.import' },
    schema: {
      summary: 'The files that were brought in, newest first',
      querystring: PageQuery,
      response: { 200: ImportPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => importPage(tx, request.query)),
  })

  await app.register(async (raw) => {
    // The body is the file, whatever its sender calls it: the content says what it is.
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    raw.post<{ Headers: z.infer<typeof said>; Body: Readable }>('/directory/imports', {
      config: { operation: 'directory.import', creates: true, slow: true },
      bodyLimit: Number.MAX_SAFE_INTEGER,
      schema: {
        summary: 'Check a file: the body is a zip of tables, a table, or JSON; nothing is taken yet',
        consumes: ['application/octet-stream'],
        headers: said,
        body: z.unknown().meta({ type: 'string', format: 'binary' }),
        response: { 201: ImportView },
      },
      handler: async (request, reply) => {
        const about = saidOf(request.headers)
        const received: Received[] = []
        const work = async (tx: Transaction) => {
          const [file] = received
          if (!file) throw new Refusal('directory/file-empty')
          await checkImport(tx, about, file)
          return viewImport(tx, about.id)
        }
        const beforehand = async (lookFirst: (look: (tx: Transaction) => Promise<void>) => Promise<void>) => {
          await lookFirst((tx) => refuseBeforeReading(tx, Number(request.headers['content-length'] ?? 0)))
          const file = await receiveImport(about.name, request.body ?? Readable.from([]))
          received.push(file)
          return { ...about, sha256: file.sha256 }
        }
        try {
          return await enter(request, reply, work, { beforehand })
        } finally {
          // What was not read is not waited for.
          if (!request.raw.complete) reply.header('connection', 'close')
        }
      },
    })
  })

  app.get('/directory/imports/:importId', {
    config: { operation: 'directory.import' },
    schema: {
      summary: 'One import: how far it is, and what became of its rows',
      params,
      response: { 200: ImportView },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewImport(tx, request.params.importId)),
  })

  app.get('/directory/imports/:importId/rows', {
    config: { operation: 'directory.import' },
    schema: {
      summary: 'The report of an import, row by row, with the reason of each refusal',
      params,
      querystring: ImportRowQuery,
      response: { 200: ImportRowPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => importRows(tx, request.params.importId, request.query)),
  })

  app.put('/directory/imports/:importId/taking', {
    config: { operation: 'directory.import' },
    schema: {
      summary: 'Take a checked file into the directory',
      params,
      body: z.strictObject({}),
      response: { 200: ImportView },
    },
    handler: (request, reply) => {
      const { importId } = request.params
      const current = (tx: Transaction) => viewImport(tx, importId)
      const work = async (tx: Transaction) => {
        await takeImport(tx, importId)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.put('/directory/imports/:importId/undoing', {
    config: { operation: 'directory.undo' },
    schema: { summary: 'Undo an import whole', params, body: UndoImport, response: { 200: ImportView } },
    handler: (request, reply) => {
      const { importId } = request.params
      const current = (tx: Transaction) => viewImport(tx, importId)
      const work = async (tx: Transaction) => {
        await undoImport(tx, importId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}

async function refuseBeforeReading({ actor }: Transaction, bytes: number) {
  permit(actor, 'directory.import')
  if (bytes > importLimits.mostBytes)
    throw new Refusal('directory/file-too-large', {
      megabytes: Math.floor(importLimits.mostBytes / 1024 ** 2),
    })
}

/** What the headers say of a file. @throws Refusal 400 naming the header */
function saidOf(headers: z.infer<typeof said>): ImportFile {
  const checked = ImportFile.safeParse({ id: headers['import-id'], name: decoded(headers['import-name']) })
  if (checked.success) return checked.data
  throw new Refusal(
    'invalid-input',
    {},
    checked.error.issues.map(({ path, message, code }) => ({
      path: `import-${String(path[0])}`,
      code: message.startsWith('text/') ? message : code.replaceAll('_', '-'),
    })),
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refusal('invalid-input', {}, [{ path: 'import-name', code: 'invalid-format' }])
  }
}
