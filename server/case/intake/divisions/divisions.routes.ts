import { z } from 'zod'
import {
  BringEdition,
  DivisionList,
  DivisionQuery,
  EditionPage,
  EditionReportPage,
  EditionReportQuery,
  EditionView,
} from '#contract/case/divisions.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { bringEdition, listDivisions, takeEdition, undoEdition } from './editions.actions.ts'
import { editionLines, editionPage, viewEdition } from './editions.queries.ts'

const params = z.strictObject({ editionId: Id })
const nothing = z.strictObject({})

/** Codes of divisions, and the editions in which their table comes: checked first, taken whole, undone whole. */
export const divisionRoutes: Routes = async (app, { enter }) => {
  app.get('/divisions', {
    config: { operation: 'division.list' },
    schema: {
      summary: 'What lies directly under a division today',
      querystring: DivisionQuery,
      response: { 200: DivisionList },
    },
    handler: (request, reply) => enter(request, reply, (tx) => listDivisions(tx, request.query.under)),
  })

  app.get('/division-editions', {
    config: { operation: 'division.load' },
    schema: {
      summary: 'The editions of the table of divisions, newest first',
      querystring: PageQuery,
      response: { 200: EditionPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => editionPage(tx, request.query)),
  })

  app.post('/division-editions', {
    config: { operation: 'division.load', creates: true },
    schema: {
      summary: 'Check a whole table of codes; nothing is taken yet',
      body: BringEdition,
      response: { 201: EditionView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await bringEdition(tx, request.body)
        return viewEdition(tx, request.body.id)
      }),
  })

  app.get('/division-editions/:editionId', {
    config: { operation: 'division.load' },
    schema: { summary: 'One edition, and how its lines came out', params, response: { 200: EditionView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewEdition(tx, request.params.editionId)),
  })

  app.get('/division-editions/:editionId/lines', {
    config: { operation: 'division.load' },
    schema: {
      summary: 'The report of an edition, line by line, with the reason of each refusal',
      params,
      querystring: EditionReportQuery,
      response: { 200: EditionReportPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => editionLines(tx, request.params.editionId, request.query)),
  })

  const change = (
    noun: 'taking' | 'undoing',
    summary: string,
    act: (tx: Transaction, id: string) => Promise<void>,
  ) =>
    app.put(`/division-editions/:editionId/${noun}`, {
      config: { operation: 'division.load' },
      schema: { summary, params, body: nothing, response: { 200: EditionView } },
      handler: (request, reply) => {
        const { editionId } = request.params
        const current = (tx: Transaction) => viewEdition(tx, editionId)
        const work = async (tx: Transaction) => {
          await act(tx, editionId)
          return current(tx)
        }
        return enter(request, reply, work, { current })
      },
    })
  change('taking', 'Take an edition in the place of the table that counts', takeEdition)
  change('undoing', 'Go back to the table that counted before', undoEdition)
}
