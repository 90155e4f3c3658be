import { z } from 'zod'
import { Id } from '#contract/ids.ts'
import { NewRelation, RelationSheet, RelationView } from '#contract/people.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { addRelation, changeRelation } from './relations.actions.ts'
import { viewRelation } from './relations.queries.ts'

const ofPerson = z.strictObject({ personId: Id })
const params = z.strictObject({ personId: Id, relationId: Id })

/** Who is who to whom: relatives, guardians, caregivers. */
export const relationRoutes: Routes = async (app, { enter }) => {
  app.post('/people/:personId/relations', {
    config: { operation: 'person.change', creates: true },
    schema: {
      summary: 'Say who somebody is to this person',
      params: ofPerson,
      body: NewRelation,
      response: { 201: RelationView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await addRelation(tx, request.params.personId, request.body)
        return viewRelation(tx, request.params.personId, request.body.id)
      }),
  })

  app.put('/people/:personId/relations/:relationId', {
    config: { operation: 'person.change' },
    schema: {
      summary: 'Change or end a relation',
      params,
      body: RelationSheet,
      response: { 200: RelationView },
    },
    handler: (request, reply) => {
      const { personId, relationId } = request.params
      const current = (tx: Transaction) => viewRelation(tx, personId, relationId)
      const change = async (tx: Transaction) => {
        await changeRelation(tx, personId, relationId, request.body)
        return current(tx)
      }
      return enter(request, reply, change, { current })
    },
  })
}
