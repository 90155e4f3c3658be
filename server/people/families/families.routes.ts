import { z } from 'zod'
import {
  FamilyList,
  FamilySheet,
  FamilyView,
  NewFamily,
  ServedFamilyView,
  ServeFamily,
} from '#contract/families.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { addFamily, changeFamily, serveFamily } from './families.actions.ts'
import { viewFamiliesOf, viewFamily, viewServed } from './families.view.ts'

const ofFamily = z.strictObject({ familyId: Id })
const ofPerson = z.strictObject({ personId: Id })
const ofCase = z.strictObject({ caseId: Id })

/** Families as the unit that is served. */
export const familyRoutes: Routes = async (app, { enter }) => {
  app.post('/families', {
    config: { operation: 'person.change', creates: true },
    schema: { summary: 'Make a family of people', body: NewFamily, response: { 201: FamilyView } },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await addFamily(tx, request.body)
        return viewFamily(tx, request.body.id)
      }),
  })

  app.get('/families/:familyId', {
    config: { operation: 'person.search' },
    schema: {
      summary: 'A family: its members, what they are to each other, their cases',
      params: ofFamily,
      response: { 200: FamilyView },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewFamily(tx, request.params.familyId)),
  })

  app.put('/families/:familyId', {
    config: { operation: 'person.change' },
    schema: {
      summary: 'Save a family, whole',
      params: ofFamily,
      body: FamilySheet,
      response: { 200: FamilyView },
    },
    handler: (request, reply) => {
      const { familyId } = request.params
      const current = (tx: Transaction) => viewFamily(tx, familyId)
      const work = async (tx: Transaction) => {
        await changeFamily(tx, familyId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.get('/people/:personId/families', {
    config: { operation: 'person.read' },
    schema: { summary: 'The families of a person', params: ofPerson, response: { 200: FamilyList } },
    handler: (request, reply) => enter(request, reply, (tx) => viewFamiliesOf(tx, request.params.personId)),
  })

  app.get('/cases/:caseId/family', {
    config: { operation: 'case.read' },
    schema: { summary: 'The family that a case serves', params: ofCase, response: { 200: ServedFamilyView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewServed(tx, request.params.caseId)),
  })

  app.put('/cases/:caseId/family', {
    config: { operation: 'person.change' },
    schema: {
      summary: 'Say that a case serves a family, or none',
      params: ofCase,
      body: ServeFamily,
      response: { 200: ServedFamilyView },
    },
    handler: (request, reply) => {
      const { caseId } = request.params
      const current = (tx: Transaction) => viewServed(tx, caseId)
      const work = async (tx: Transaction) => {
        await serveFamily(tx, caseId, request.body.familyId)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
