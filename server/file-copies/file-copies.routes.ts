import { z } from 'zod'
import {
  AskForFileCopy,
  CopyQuery,
  DecideFileCopy,
  FileCopyPage,
  FileCopyQuery,
  FileCopyView,
  HandOverFileCopy,
} from '#contract/file-copies.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { askForCopy, decideOnCopy, fetchCopy, handOverCopy, produceCopy } from './file-copies.actions.ts'
import { packageStream } from './package.actions.ts'
import { viewCopies, viewCopy } from './file-copies.view.ts'

const ofCase = z.strictObject({ caseId: Id })
const ofCopy = z.strictObject({ caseId: Id, copyId: Id })

/** Copies of a client's own file: asked for, decided, made, fetched, handed over. */
export const fileCopyRoutes: Routes = async (app, { enter, platform: { attachments } }) => {
  app.get('/cases/:caseId/file-copies', {
    config: { operation: 'file-copy.list' },
    schema: {
      summary: 'The requests for a copy of the client’s file, newest first, and what lies in the file',
      params: ofCase,
      querystring: FileCopyQuery,
      response: { 200: FileCopyPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewCopies(tx, request.params.caseId, request.query)),
  })

  app.post('/cases/:caseId/file-copies', {
    config: { operation: 'file-copy.ask', creates: true },
    schema: {
      summary: 'Write down that the client, or a guardian, asks for a copy of the file',
      params: ofCase,
      body: AskForFileCopy,
      response: { 201: FileCopyView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        const { caseId } = request.params
        await askForCopy(tx, caseId, request.body)
        return viewCopy(tx, caseId, request.body.id)
      }),
  })

  app.get('/cases/:caseId/file-copies/:copyId', {
    config: { operation: 'file-copy.list' },
    schema: { summary: 'One request, and how far it is', params: ofCopy, response: { 200: FileCopyView } },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewCopy(tx, request.params.caseId, request.params.copyId)),
  })

  app.put('/cases/:caseId/file-copies/:copyId/decision', {
    config: { operation: 'file-copy.decide' },
    schema: {
      summary: 'Decide what the copy leaves out and why, or that none is given',
      params: ofCopy,
      body: DecideFileCopy,
      response: { 200: FileCopyView },
    },
    handler: (request, reply) => {
      const current = (tx: Transaction) => viewCopy(tx, request.params.caseId, request.params.copyId)
      const work = async (tx: Transaction) => {
        await decideOnCopy(tx, request.params, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.put('/cases/:caseId/file-copies/:copyId/making', {
    config: { operation: 'file-copy.produce' },
    schema: {
      summary: 'Make the copy; a job carries it on, a part at a time',
      params: ofCopy,
      body: z.strictObject({}),
      response: { 200: FileCopyView },
    },
    handler: (request, reply) => {
      const current = (tx: Transaction) => viewCopy(tx, request.params.caseId, request.params.copyId)
      const work = async (tx: Transaction) => {
        await produceCopy(tx, request.params)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.get('/cases/:caseId/file-copies/:copyId/file', {
    config: { operation: 'file-copy.fetch', act: 'export' },
    schema: {
      summary: 'The copy as PDF, Word or JSON, or all of them with the attachments as ZIP, to be saved',
      params: ofCopy,
      querystring: CopyQuery,
    },
    handler: async (request, reply) => {
      const { format } = request.query
      const { files } = attachments
      const file = await enter(request, reply, (tx) => fetchCopy(tx, request.params, format, files))
      const isPackage = 'files' in file
      return reply
        .header('content-type', isPackage ? 'application/zip' : file.contentType)
        .header('content-disposition', `attachment; filename="${file.fileName}"`)
        .header('content-security-policy', 'sandbox')
        .send(isPackage ? packageStream(file) : Buffer.from(file.bytes))
    },
  })

  app.put('/cases/:caseId/file-copies/:copyId/handing-over', {
    config: { operation: 'file-copy.hand-over' },
    schema: {
      summary: 'Write down to whom the copy was handed over, when, how, and how they confirmed it',
      params: ofCopy,
      body: HandOverFileCopy,
      response: { 200: FileCopyView },
    },
    handler: (request, reply) => {
      const current = (tx: Transaction) => viewCopy(tx, request.params.caseId, request.params.copyId)
      const work = async (tx: Transaction) => {
        await handOverCopy(tx, request.params, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
