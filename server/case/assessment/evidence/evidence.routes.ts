import { z } from 'zod'
import {
  AddSource,
  CollectionContactPage,
  CollectionContactView,
  FindingPage,
  FindingQuery,
  FindingView,
  RecordCollectionContact,
  RecordFinding,
  SettleContradiction,
  TakeBackSource,
  TellNotice,
} from '#contract/case/evidence.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import {
  addSource,
  type FindingPlace,
  recordContact,
  recordFinding,
  settleContradiction,
  takeBackSource,
  tellNotice,
} from './evidence.actions.ts'
import { viewContact, viewContacts, viewFinding, viewFindings } from './evidence.view.ts'

const ofCase = z.strictObject({ caseId: Id })
const ofFinding = z.strictObject({ caseId: Id, findingId: Id })
const newest: FindingQuery = { limit: 25, show: 'all' }

/** What was collected in a case: findings with their sources, visits and consultations, and the notice told before. */
export const evidenceRoutes: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/findings', {
    config: { operation: 'evidence.read' },
    schema: {
      summary: 'The findings of a case with their sources, newest first, and how complete the picture is',
      params: ofCase,
      querystring: FindingQuery,
      response: { 200: FindingPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewFindings(tx, request.params.caseId, request.query)),
  })

  app.post('/cases/:caseId/findings', {
    config: { operation: 'evidence.record', creates: true },
    schema: {
      summary: 'Write a finding down with its first source',
      params: ofCase,
      body: RecordFinding,
      response: { 201: FindingView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await recordFinding(tx, request.params.caseId, request.body)
        return viewFinding(tx, request.params.caseId, request.body.id)
      }),
  })

  app.post('/cases/:caseId/findings/:findingId/sources', {
    config: { operation: 'evidence.record', creates: true },
    schema: {
      summary: 'Write a further source down: it says the same, or otherwise',
      params: ofFinding,
      body: AddSource,
      response: { 201: FindingView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        const { caseId, findingId } = request.params
        await addSource(tx, { caseId, findingId }, request.body)
        return viewFinding(tx, caseId, findingId)
      }),
  })

  /** Every change of one finding: its noun, what it takes, and the act. */
  const change = <Body extends z.ZodType>(
    noun: string,
    summary: string,
    body: Body,
    act: (tx: Transaction, place: FindingPlace, input: z.output<Body>) => Promise<unknown>,
  ) =>
    app.put(`/cases/:caseId/findings/:findingId${noun}`, {
      config: { operation: 'evidence.record' },
      schema: { summary, params: ofFinding, body, response: { 200: FindingView } },
      handler: (request, reply) => {
        const { caseId, findingId } = request.params
        const current = (tx: Transaction) => viewFinding(tx, caseId, findingId)
        const work = async (tx: Transaction) => {
          await act(tx, { caseId, findingId }, body.parse(request.body))
          return current(tx)
        }
        return enter(request, reply, work, { current })
      },
    })
  change('/settlement', 'Settle a contradiction with a note', SettleContradiction, settleContradiction)
  change('/removal', 'Take a source back that was an error', TakeBackSource, takeBackSource)

  app.post('/cases/:caseId/collection-notices', {
    config: { operation: 'evidence.record', creates: true },
    schema: {
      summary: 'Tell the notice and the limits of confidentiality, before anything is collected',
      params: ofCase,
      body: TellNotice,
      response: { 201: FindingPage },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await tellNotice(tx, request.params.caseId, request.body)
        return viewFindings(tx, request.params.caseId, newest)
      }),
  })

  app.get('/cases/:caseId/collection-contacts', {
    config: { operation: 'evidence.read' },
    schema: {
      summary: 'Visits, group discussions and consultations with what was found, newest first',
      params: ofCase,
      querystring: PageQuery,
      response: { 200: CollectionContactPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewContacts(tx, request.params.caseId, request.query)),
  })

  app.post('/cases/:caseId/collection-contacts', {
    config: { operation: 'evidence.record', creates: true },
    schema: {
      summary: 'Write a visit or a consultation down with what was found',
      params: ofCase,
      body: RecordCollectionContact,
      response: { 201: CollectionContactView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await recordContact(tx, request.params.caseId, request.body)
        return viewContact(tx, request.params.caseId, request.body.id)
      }),
  })
}
