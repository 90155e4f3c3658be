import { z } from 'zod'
import { InquiryView } from '#contract/case/intake.ts'
import {
  LeafletPage,
  LeafletSheet,
  LeafletView,
  NewLeaflet,
  NewOutreach,
  OutreachPage,
  OutreachSheet,
  OutreachView,
  ReceiveContact,
} from '#contract/case/reception.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { viewInquiry } from '../inquiry/inquiry.view.ts'
import { changeLeaflet, leafletLines, viewLeaflet, writeLeaflet } from './leaflets.actions.ts'
import { changeOutreach, recordOutreach } from './outreach.actions.ts'
import { outreachLines, viewOutreach } from './outreach.view.ts'
import { receiveContact } from './reception.actions.ts'

/** The desk: a whole first contact in one go, outreach, and leaflets. */
export const receptionRoutes: Routes = async (app, options) => {
  app.post('/receptions', {
    config: { operation: 'inquiry.open', creates: true },
    schema: {
      summary: 'Receive a first contact in one go: a draft, registered, or answered with information',
      body: ReceiveContact,
      response: { 201: InquiryView },
    },
    handler: (request, reply) =>
      options.enter(request, reply, async (tx) => {
        await receiveContact(tx, request.body)
        return viewInquiry(tx, request.body.id)
      }),
  })
  await outreachRoutes(app, options)
  await leafletRoutes(app, options)
}

const outreachRoutes: Routes = async (app, { enter }) => {
  app.get('/outreach-events', {
    config: { operation: 'outreach.list' },
    schema: {
      summary: 'Outreach events, newest first',
      querystring: PageQuery,
      response: { 200: OutreachPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => outreachLines(tx, request.query)),
  })

  app.post('/outreach-events', {
    config: { operation: 'outreach.record', creates: true },
    schema: { summary: 'Record an outreach event', body: NewOutreach, response: { 201: OutreachView } },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await recordOutreach(tx, request.body)
        return viewOutreach(tx, request.body.id)
      }),
  })

  const params = z.strictObject({ outreachId: Id })
  app.get('/outreach-events/:outreachId', {
    config: { operation: 'outreach.list' },
    schema: { summary: 'One outreach event and whom it led to', params, response: { 200: OutreachView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewOutreach(tx, request.params.outreachId)),
  })

  app.put('/outreach-events/:outreachId', {
    config: { operation: 'outreach.record' },
    schema: {
      summary: 'Put an outreach event right',
      params,
      body: OutreachSheet,
      response: { 200: OutreachView },
    },
    handler: (request, reply) => {
      const { outreachId } = request.params
      const current = (tx: Transaction) => viewOutreach(tx, outreachId)
      const work = async (tx: Transaction) => {
        await changeOutreach(tx, outreachId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}

const leafletRoutes: Routes = async (app, { enter }) => {
  app.get('/leaflets', {
    config: { operation: 'leaflet.list' },
    schema: { summary: 'The agency’s leaflets', querystring: PageQuery, response: { 200: LeafletPage } },
    handler: (request, reply) => enter(request, reply, (tx) => leafletLines(tx, request.query)),
  })

  app.post('/leaflets', {
    config: { operation: 'leaflet.write', creates: true },
    schema: { summary: 'Write a leaflet', body: NewLeaflet, response: { 201: LeafletView } },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        writeLeaflet(tx, request.body)
        return viewLeaflet(tx, request.body.id)
      }),
  })

  const params = z.strictObject({ leafletId: Id })
  app.get('/leaflets/:leafletId', {
    config: { operation: 'leaflet.list' },
    schema: { summary: 'One leaflet', params, response: { 200: LeafletView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewLeaflet(tx, request.params.leafletId)),
  })

  app.put('/leaflets/:leafletId', {
    config: { operation: 'leaflet.write' },
    schema: {
      summary: 'Rewrite a leaflet, or take it out of use',
      params,
      body: LeafletSheet,
      response: { 200: LeafletView },
    },
    handler: (request, reply) => {
      const { leafletId } = request.params
      const current = (tx: Transaction) => viewLeaflet(tx, leafletId)
      const work = async (tx: Transaction) => {
        await changeLeaflet(tx, leafletId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
