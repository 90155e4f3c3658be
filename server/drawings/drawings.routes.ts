import { z } from 'zod'
import { EcomapSheet, EcomapView, FamilySheet, FamilyView } from '#contract/drawings.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { writeEcomaps, writeFamily } from './drawings.actions.ts'
import { viewEcomaps, viewFamily } from './drawings.view.ts'

const ofPerson = z.strictObject({ personId: Id })
const ofCase = z.strictObject({ caseId: Id })

/** What genograms and ecomaps are drawn from. */
export const drawingRoutes: Routes = async (app, { enter }) => {
  app.get('/people/:personId/family', {
    config: { operation: 'family.read' },
    schema: {
      summary: 'The family of a person, as a genogram draws it',
      params: ofPerson,
      response: { 200: FamilyView },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewFamily(tx, request.params.personId)),
  })

  app.put('/people/:personId/family', {
    config: { operation: 'family.write' },
    schema: {
      summary: 'Write the family of a person; the first time against version 0',
      params: ofPerson,
      body: FamilySheet,
      response: { 200: FamilyView },
    },
    handler: (request, reply) => {
      const { personId } = request.params
      const current = (tx: Transaction) => viewFamily(tx, personId)
      const work = async (tx: Transaction) => {
        await writeFamily(tx, personId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.get('/cases/:caseId/ecomaps', {
    config: { operation: 'ecomap.read' },
    schema: {
      summary: 'The ecomaps of a case, one for each day on which it was drawn',
      params: ofCase,
      response: { 200: EcomapView },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewEcomaps(tx, request.params.caseId)),
  })

  app.put('/cases/:caseId/ecomaps', {
    config: { operation: 'ecomap.write' },
    schema: {
      summary: 'Write the ecomaps of a case; the first time against version 0',
      params: ofCase,
      body: EcomapSheet,
      response: { 200: EcomapView },
    },
    handler: (request, reply) => {
      const { caseId } = request.params
      const current = (tx: Transaction) => viewEcomaps(tx, caseId)
      const work = async (tx: Transaction) => {
        await writeEcomaps(tx, caseId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
