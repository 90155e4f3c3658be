import { z } from 'zod'
import {
  AddOutline,
  OutlinePage,
  OutlineSheet,
  OutlineView,
  RetireOutline,
} from '#contract/case/interview-outlines.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { addOutline, changeOutline, retireOutline } from './outlines.actions.ts'
import { viewOutline, viewOutlines } from './outlines.view.ts'

const params = z.strictObject({ outlineId: Id })
const one = '/interview-outlines/:outlineId'

/** The agency's outlines of interviews: chosen when one is prepared, changed in editions. */
export const outlineRoutes: Routes = async (app, { enter }) => {
  app.get('/interview-outlines', {
    config: { operation: 'outline.read' },
    schema: {
      summary: 'Outlines of interviews',
      querystring: PageQuery,
      response: { 200: OutlinePage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewOutlines(tx, request.query)),
  })

  app.post('/interview-outlines', {
    config: { operation: 'outline.write', creates: true },
    schema: { summary: 'Add an outline', body: AddOutline, response: { 201: OutlineView } },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await addOutline(tx, request.body)
        return viewOutline(tx, request.body.id)
      }),
  })

  app.get(one, {
    config: { operation: 'outline.read' },
    schema: { summary: 'One outline', params, response: { 200: OutlineView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewOutline(tx, request.params.outlineId)),
  })

  app.put(one, {
    config: { operation: 'outline.write' },
    schema: { summary: 'Write the next edition', params, body: OutlineSheet, response: { 200: OutlineView } },
    handler: (request, reply) => {
      const { outlineId } = request.params
      const current = (tx: Transaction) => viewOutline(tx, outlineId)
      const work = async (tx: Transaction) => {
        await changeOutline(tx, outlineId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.put(`${one}/retirement`, {
    config: { operation: 'outline.write' },
    schema: {
      summary: 'Take an outline out of use, or back',
      params,
      body: RetireOutline,
      response: { 200: OutlineView },
    },
    handler: (request, reply) => {
      const { outlineId } = request.params
      const current = (tx: Transaction) => viewOutline(tx, outlineId)
      const work = async (tx: Transaction) => {
        await retireOutline(tx, outlineId, request.body.retired)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
