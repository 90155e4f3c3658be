import { Readable } from 'node:stream'
import { z } from 'zod'
import {
  AddAttachment,
  AttachmentPage,
  AttachmentQuery,
  AttachmentView,
  TakeAwayAttachment,
} from '#contract/case/attachments.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { piecesOf } from '#server/platform/sealed-files/index.ts'
import {
  addAttachment,
  fetchAttachment,
  type Leaving,
  refuseBeforeReading,
  takeAwayAttachment,
} from './attachments.actions.ts'
import { viewAttachment, viewAttachments } from './attachments.view.ts'
import { dispositionOf } from './disposition.ts'
import { receiveFile, type ReceivedFile } from './receiving.actions.ts'

const ofCase = z.strictObject({ caseId: Id })
const ofAttachment = z.strictObject({ caseId: Id, attachmentId: Id })

// Percent-encoded, each sign of a name takes up to twelve characters.
const Encoded = z.string().max(4_000)
/** What is said of a file, beside the headers that every request has. */
const said = z.looseObject({
  'attachment-id': z.string().max(36).describe('A random UUID, made by whoever adds it'),
  'attachment-title': Encoded.describe('What it is, percent-encoded UTF-8'),
  'attachment-name': Encoded.describe('Its file name, percent-encoded UTF-8'),
})

/** The files of a case: listed, added as the body of a request, fetched, taken away. */
export const attachmentRoutes: Routes = async (app, { enter, platform: { attachments } }) => {
  const { files, limits } = attachments
  const turns = takingTurns()

  app.get('/cases/:caseId/attachments', {
    config: { operation: 'attachment.list' },
    schema: {
      summary: 'The files of a case, newest first',
      params: ofCase,
      querystring: AttachmentQuery,
      response: { 200: AttachmentPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) =>
        viewAttachments(tx, request.params.caseId, request.query, limits.mostBytes),
      ),
  })

  await app.register(async (raw) => {
    // The body is the file, whatever its sender calls it: the content says what it is.
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    raw.post<{ Params: z.infer<typeof ofCase>; Headers: z.infer<typeof said>; Body: Readable }>(
      '/cases/:caseId/attachments',
      {
        config: { operation: 'attachment.add', creates: true, slow: true, anew: true },
        bodyLimit: Number.MAX_SAFE_INTEGER,
        schema: {
          summary: 'Add a file: the body is the file as it is',
          consumes: ['application/octet-stream'],
          params: ofCase,
          headers: said,
          body: z.unknown().meta({ type: 'string', format: 'binary' }),
          response: { 201: AttachmentView },
        },
        handler: async (request, reply) => {
          const { caseId } = request.params
          const about = saidOf(request.headers)
          const bytes = Number(request.headers['content-length'] ?? 0)
          const received: ReceivedFile[] = []
          if (!request.actor) throw new Refusal('not-signed-in')
          const release = turns.take(request.actor.workerId)
          try {
            return await enter(
              request,
              reply,
              async (tx) => {
                const [file] = received
                if (!file) throw new Refusal('attachments/empty')
                await addAttachment(tx, caseId, about, file, limits)
                return viewAttachment(tx, caseId, about.id)
              },
              {
                beforehand: async (lookFirst) => {
                  await lookFirst((tx) =>
                    refuseBeforeReading(tx, { caseId, name: about.name, bytes }, limits),
                  )
                  const file = await receiveFile(files, request.body ?? Readable.from([]), limits)
                  received.push(file)
                  return { ...about, sha256: file.sentSha256 }
                },
              },
            )
          } finally {
            release()
            for (const file of received) await file.discard()
            // What was not read is not waited for.
            if (!request.raw.complete) reply.header('connection', 'close')
          }
        },
      },
    )
  })

  app.get('/cases/:caseId/attachments/:attachmentId/content', {
    config: { operation: 'attachment.read' },
    compress: false,
    schema: { summary: 'What is in the file, to be saved', params: ofAttachment },
    handler: async (request, reply) => {
      const leaving = await enter(request, reply, (tx) => fetchAttachment(tx, request.params, files))
      return reply.headers(headersOf(leaving)).send(Readable.from(contentOf(leaving)))
    },
  })

  async function* contentOf({ fileId, key }: Leaving) {
    const reader = await files.open(fileId, key)
    try {
      yield* piecesOf(reader)
    } finally {
      await reader.close()
    }
  }

  app.put('/cases/:caseId/attachments/:attachmentId/removal', {
    config: { operation: 'attachment.take-away' },
    schema: {
      summary: 'Take a file away, with the reason; it is not deleted',
      params: ofAttachment,
      body: TakeAwayAttachment,
      response: { 200: AttachmentView },
    },
    handler: (request, reply) => {
      const { caseId, attachmentId } = request.params
      const current = (tx: Transaction) => viewAttachment(tx, caseId, attachmentId)
      const work = async (tx: Transaction) => {
        await takeAwayAttachment(tx, request.params, request.body.reason)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}

/** It is saved, never shown: not as a page, not inside one, and not from any memory of the browser. */
const headersOf = ({ name, kind, bytes }: Leaving) => ({
  'content-type': kind === 'text/plain' ? 'text/plain; charset=utf-8' : kind,
  'content-length': String(bytes),
  'content-disposition': dispositionOf(name),
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
})

/** What the headers say of a file. @throws Refusal 400 naming the header */
function saidOf(headers: z.infer<typeof said>): AddAttachment {
  const checked = AddAttachment.safeParse({
    id: headers['attachment-id'],
    title: decoded(headers['attachment-title'], 'attachment-title'),
    name: decoded(headers['attachment-name'], 'attachment-name'),
  })
  if (checked.success) return checked.data
  throw new Refusal(
    'invalid-input',
    {},
    checked.error.issues.map(({ path, message, code }) => ({
      path: `attachment-${String(path[0])}`,
      code: message.startsWith('text/') ? message : code.replaceAll('_', '-'),
    })),
  )
}

function decoded(text: string, path: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refusal('invalid-input', {}, [{ path, code: 'invalid-format' }])
  }
}

const mostAtOnce = 3
const waitSeconds = 5

/** Nobody sends more than a few files at the same time: each holds a file and a part of the disk. */
function takingTurns() {
  const under = new Map<string, number>()
  return {
    take: (workerId: string) => {
      const count = under.get(workerId) ?? 0
      if (count >= mostAtOnce) throw new Refusal('too-many-requests', { seconds: waitSeconds })
      under.set(workerId, count + 1)
      return () => {
        const left = (under.get(workerId) ?? 1) - 1
        if (left === 0) under.delete(workerId)
        else under.set(workerId, left)
      }
    },
  }
}
