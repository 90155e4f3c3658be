import { z } from 'zod'
import { SignInPolicy } from '#contract/account.ts'
import {
  AgencyProfile,
  AgencyView,
  DutyOfficer,
  NewWorker,
  WorkerChange,
  WorkerLine,
  WorkerPage,
  WorkerQuery,
} from '#contract/agencies.ts'
import { Id } from '#contract/ids.ts'
import type { Routes } from '#server/entrance/index.ts'
import { changeAgency, changeSignInPolicy, nameDutyOfficer } from './agency.actions.ts'
import { viewAgency } from './agency.view.ts'
import { addWorker, changeWorker } from './workers.actions.ts'
import { viewWorker, workerPage } from './workers.queries.ts'

/** The agency and its workers. */
export const agencyRoutes: Routes = async (app, { enter }) => {
  app.get('/agency', {
    config: { operation: 'agency.read' },
    schema: { summary: 'What the agency says of itself', response: { 200: AgencyView } },
    handler: (request, reply) => enter(request, reply, viewAgency),
  })

  app.put('/agency', {
    config: { operation: 'agency.change' },
    schema: {
      summary: 'Change what the agency says of itself',
      body: AgencyProfile,
      response: { 200: AgencyView },
    },
    handler: (request, reply) =>
      enter(
        request,
        reply,
        async (tx) => {
          await changeAgency(tx, request.body)
          return viewAgency(tx)
        },
        { current: viewAgency },
      ),
  })

  app.put('/agency/sign-in-policy', {
    config: { operation: 'agency.secure' },
    schema: {
      summary: 'Whose second factor the agency asks for',
      body: SignInPolicy,
      response: { 200: AgencyView },
    },
    handler: (request, reply) =>
      enter(
        request,
        reply,
        async (tx) => {
          await changeSignInPolicy(tx, request.body)
          return viewAgency(tx)
        },
        { current: viewAgency },
      ),
  })

  app.put('/agency/duty-officer', {
    config: { operation: 'agency.name-duty-officer' },
    schema: {
      summary: 'Who is told of each emergency opening',
      body: DutyOfficer,
      response: { 200: AgencyView },
    },
    handler: (request, reply) =>
      enter(
        request,
        reply,
        async (tx) => {
          await nameDutyOfficer(tx, request.body)
          return viewAgency(tx)
        },
        { current: viewAgency },
      ),
  })

  app.get('/workers', {
    config: { operation: 'worker.list' },
    schema: {
      summary: 'Colleagues and how many open cases each carries',
      querystring: WorkerQuery,
      response: { 200: WorkerPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => workerPage(tx, request.query)),
  })

  app.post('/workers', {
    config: { operation: 'worker.add', creates: true, secret: true },
    schema: {
      summary: 'Add a colleague with a first password',
      body: NewWorker,
      response: { 201: WorkerLine },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await addWorker(tx, request.body)
        return viewWorker(tx, request.body.id)
      }),
  })

  app.put('/workers/:workerId', {
    config: { operation: 'worker.change' },
    schema: {
      summary: 'Change a colleague, or end their account',
      params: z.strictObject({ workerId: Id }),
      body: WorkerChange,
      response: { 200: WorkerLine },
    },
    handler: (request, reply) => {
      const { workerId } = request.params
      return enter(
        request,
        reply,
        async (tx) => {
          await changeWorker(tx, workerId, request.body)
          return viewWorker(tx, workerId)
        },
        { current: (tx) => viewWorker(tx, workerId) },
      )
    },
  })
}
