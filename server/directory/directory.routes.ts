import { z } from 'zod'
import { DirectoryExportQuery } from '#contract/directory-imports.ts'
import {
  DirectoryChoices,
  EntryPage,
  EntrySearch,
  EntrySheet,
  EntryView,
  NewEntry,
} from '#contract/directory.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { addEntry, changeEntry, confirmEntry } from './entries.actions.ts'
import { directoryChoices, searchEntries, viewEntry } from './entries.queries.ts'
import { exportDirectory } from './export.actions.ts'
import { importRoutes } from './imports.routes.ts'

const params = z.strictObject({ entryId: Id })

/** The directory of agencies and services. What is looked for travels in a body. */
export const directoryRoutes: Routes = async (app, { enter, platform }) => {
  app.post('/directory/searches', {
    config: { operation: 'directory.search', act: 'look' },
    schema: {
      summary: 'Services by words, need, district, age, language and cost, by name',
      body: EntrySearch,
      response: { 200: EntryPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => searchEntries(tx, request.body)),
  })

  app.get('/directory/choices', {
    config: { operation: 'directory.search' },
    schema: {
      summary: 'By what else one may search: terms and languages that entries have',
      response: { 200: DirectoryChoices },
    },
    handler: (request, reply) => enter(request, reply, directoryChoices),
  })

  app.get('/directory/export', {
    config: { operation: 'directory.export', act: 'export' },
    schema: {
      summary: 'The directory as HSDS 3: tables in a zip archive, or JSON',
      querystring: DirectoryExportQuery,
    },
    handler: async (request, reply) => {
      const { bytes, ...headers } = await enter(request, reply, (tx) =>
        exportDirectory(tx, request.query.form),
      )
      return reply.headers(headers).send(bytes)
    },
  })

  app.post('/directory/entries', {
    config: { operation: 'directory.add', creates: true },
    schema: { summary: 'Add a service of an agency', body: NewEntry, response: { 201: EntryView } },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await addEntry(tx, request.body)
        return viewEntry(tx, request.body.id)
      }),
  })

  app.get('/directory/entries/:entryId', {
    config: { operation: 'directory.read' },
    schema: { summary: 'One service with all that is known of it', params, response: { 200: EntryView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewEntry(tx, request.params.entryId)),
  })

  app.put('/directory/entries/:entryId', {
    config: { operation: 'directory.change' },
    schema: { summary: 'Change an entry', params, body: EntrySheet, response: { 200: EntryView } },
    handler: (request, reply) => {
      const { entryId } = request.params
      const current = (tx: Transaction) => viewEntry(tx, entryId)
      const work = async (tx: Transaction) => {
        await changeEntry(tx, entryId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.put('/directory/entries/:entryId/confirmation', {
    config: { operation: 'directory.confirm' },
    schema: {
      summary: 'Say that an entry is still so today',
      params,
      body: z.strictObject({}),
      response: { 200: EntryView },
    },
    handler: (request, reply) => {
      const { entryId } = request.params
      const current = (tx: Transaction) => viewEntry(tx, entryId)
      const work = async (tx: Transaction) => {
        await confirmEntry(tx, entryId)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  await importRoutes(app, { enter, platform })
}
