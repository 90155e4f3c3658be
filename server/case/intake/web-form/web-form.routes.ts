import { z } from 'zod'
import {
  AskedForHelp,
  AskForHelp,
  SetAside,
  TakeRequest,
  WebFormSheet,
  WebFormShown,
  WebFormView,
  WebRequest,
  WebRequestPage,
  WebRequestQuery,
} from '#contract/case/web-form.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { visitorActions } from './visitors.actions.ts'
import {
  changeForm,
  readQueue,
  setRequestAside,
  takeRequest,
  viewForm,
  viewRequest,
} from './web-requests.actions.ts'

const readsAMinute = { max: 60, timeWindow: '1 minute' }
/** A household behind one address may ask several times; a machine may not. */
const asksAnHour = { max: 8, timeWindow: '1 hour' }

/** The public form, its queue at the desk, and its switch. */
export const webFormRoutes: Routes = async (app, options) => {
  const visitors = visitorActions(options.platform)
  const params = z.strictObject({ agencyId: Id })

  app.get('/web-forms/:agencyId', {
    config: { operation: 'public', rateLimit: readsAMinute },
    schema: { summary: 'The public page of an open form', params, response: { 200: WebFormShown } },
    handler: ({ params: { agencyId } }) => visitors.show(agencyId),
  })

  app.post('/web-forms/:agencyId/requests', {
    config: { operation: 'public', rateLimit: asksAnHour },
    schema: {
      summary: 'Ask for help from outside',
      params,
      body: AskForHelp,
      response: { 201: AskedForHelp },
    },
    handler: async ({ params: { agencyId }, body }, reply) =>
      reply.code(201).send(await visitors.ask(agencyId, body)),
  })

  await queueRoutes(app, options)
  await switchRoutes(app, options)
}

const queueRoutes: Routes = async (app, { enter }) => {
  const params = z.strictObject({ requestId: Id })

  app.get('/web-requests', {
    config: { operation: 'web-request.list' },
    schema: {
      summary: 'What was asked from outside: whoever must be answered first, or what was handled',
      querystring: WebRequestQuery,
      response: { 200: WebRequestPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => readQueue(tx, request.query)),
  })

  app.put('/web-requests/:requestId/taking', {
    config: { operation: 'web-request.handle' },
    schema: {
      summary: 'Take it over into a first contact',
      params,
      body: TakeRequest,
      response: { 200: WebRequest },
    },
    handler: (request, reply) => {
      const { requestId } = request.params
      const current = (tx: Transaction) => viewRequest(tx, requestId)
      const work = async (tx: Transaction) => {
        await takeRequest(tx, requestId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.put('/web-requests/:requestId/setting-aside', {
    config: { operation: 'web-request.handle' },
    schema: {
      summary: 'Set it aside with the reason',
      params,
      body: SetAside,
      response: { 200: WebRequest },
    },
    handler: (request, reply) => {
      const { requestId } = request.params
      const current = (tx: Transaction) => viewRequest(tx, requestId)
      const work = async (tx: Transaction) => {
        await setRequestAside(tx, requestId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}

const switchRoutes: Routes = async (app, { enter }) => {
  app.get('/agency/web-form', {
    config: { operation: 'web-form.read' },
    schema: { summary: 'Whether the agency’s public form is open', response: { 200: WebFormView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewForm(tx)),
  })

  app.put('/agency/web-form', {
    config: { operation: 'web-form.change' },
    schema: { summary: 'Open or shut it', body: WebFormSheet, response: { 200: WebFormView } },
    handler: (request, reply) => {
      const work = async (tx: Transaction) => {
        await changeForm(tx, request.body)
        return viewForm(tx)
      }
      return enter(request, reply, work, { current: viewForm })
    },
  })
}
