import { z } from 'zod'
import { Id } from '#contract/ids.ts'
import {
  DecidePersonMerge,
  MergePreview,
  MergePreviewQuery,
  PersonMergePage,
  PersonMergeQuery,
  PersonMergeView,
  ProposePersonMerge,
  UndoPersonMerge,
} from '#contract/person-merges.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { decideMerge, proposeMerge, undoMerge } from './merges.actions.ts'
import { mergePage, previewMerge, viewMerge } from './merges.queries.ts'

const ofPerson = z.strictObject({ personId: Id })
const ofMerge = z.strictObject({ mergeId: Id })

/** Two records that are one person: looked at side by side, proposed, decided on by another, and undone. */
export const mergeRoutes: Routes = async (app, { enter }) => {
  app.get('/people/:personId/merge-preview', {
    config: { operation: 'person.propose-merge' },
    schema: {
      summary: 'Two records side by side, before anybody says that they are one person',
      params: ofPerson,
      querystring: MergePreviewQuery,
      response: { 200: MergePreview },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => previewMerge(tx, request.params.personId, request.query.with)),
  })

  app.get('/person-merges', {
    config: { operation: 'person.list-merges' },
    schema: {
      summary: 'Merges of people, newest first',
      querystring: PersonMergeQuery,
      response: { 200: PersonMergePage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => mergePage(tx, request.query)),
  })

  app.post('/person-merges', {
    config: { operation: 'person.propose-merge', creates: true },
    schema: {
      summary: 'Propose that two records are one person; somebody else decides',
      body: ProposePersonMerge,
      response: { 201: PersonMergeView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await proposeMerge(tx, request.body)
        return viewMerge(tx, request.body.id)
      }),
  })

  app.get('/person-merges/:mergeId', {
    config: { operation: 'person.list-merges' },
    schema: { summary: 'One merge of people', params: ofMerge, response: { 200: PersonMergeView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewMerge(tx, request.params.mergeId)),
  })

  app.put('/person-merges/:mergeId/decision', {
    config: { operation: 'person.decide-merge' },
    schema: {
      summary: 'Merge two records, or refuse to; never one’s own proposal',
      params: ofMerge,
      body: DecidePersonMerge,
      response: { 200: PersonMergeView },
    },
    handler: (request, reply) => {
      const { mergeId } = request.params
      const current = (tx: Transaction) => viewMerge(tx, mergeId)
      const work = async (tx: Transaction) => {
        await decideMerge(tx, mergeId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.put('/person-merges/:mergeId/undoing', {
    config: { operation: 'person.undo-merge' },
    schema: {
      summary: 'Make two records of one again, whole',
      params: ofMerge,
      body: UndoPersonMerge,
      response: { 200: PersonMergeView },
    },
    handler: (request, reply) => {
      const { mergeId } = request.params
      const current = (tx: Transaction) => viewMerge(tx, mergeId)
      const work = async (tx: Transaction) => {
        await undoMerge(tx, mergeId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
