import { z } from 'zod'
import { AddAddendum } from '#contract/case/addenda.ts'
import {
  OpenProcessRecord,
  ProcessRecordPage,
  ProcessRecordSheet,
  ProcessRecordView,
} from '#contract/case/delivery.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import {
  addToRecord,
  changeRecord,
  openRecord,
  type RecordPlace,
  signRecord,
} from './process-record.actions.ts'
import { viewRecord, viewRecords } from './process-record.view.ts'

const ofCase = z.strictObject({ caseId: Id })
const params = z.strictObject({ caseId: Id, recordId: Id })
const nothing = z.strictObject({})
const all = '/cases/:caseId/process-records'
const one = `${all}/:recordId` as const

const here = (tx: Transaction, { caseId, recordId }: RecordPlace) => viewRecord(tx, caseId, recordId)

/** Process records: opened, written, signed, and afterwards only added to. */
export const processRecordRoutes: Routes = async (app, options) => {
  await listRoutes(app, options)
  await changeRoutes(app, options)
}

const listRoutes: Routes = async (app, { enter }) => {
  app.get(all, {
    config: { operation: 'record.read' },
    schema: {
      summary: 'The process records of a case, newest first',
      params: ofCase,
      querystring: PageQuery,
      response: { 200: ProcessRecordPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewRecords(tx, request.params.caseId, request.query)),
  })

  app.post(all, {
    config: { operation: 'record.write', creates: true },
    schema: {
      summary: 'Open the record of a contact',
      params: ofCase,
      body: OpenProcessRecord,
      response: { 201: ProcessRecordView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await openRecord(tx, request.params.caseId, request.body)
        return viewRecord(tx, request.params.caseId, request.body.id)
      }),
  })

  app.get(one, {
    config: { operation: 'record.read' },
    schema: { summary: 'One process record', params, response: { 200: ProcessRecordView } },
    handler: (request, reply) => enter(request, reply, (tx) => here(tx, request.params)),
  })
}

const changeRoutes: Routes = async (app, { enter }) => {
  app.put(one, {
    config: { operation: 'record.write' },
    schema: {
      summary: 'Save the record as it stands',
      params,
      body: ProcessRecordSheet,
      response: { 200: ProcessRecordView },
    },
    handler: (request, reply) => {
      const current = (tx: Transaction) => here(tx, request.params)
      const work = async (tx: Transaction) => {
        await changeRecord(tx, request.params, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.put(`${one}/signature`, {
    config: { operation: 'record.sign' },
    schema: { summary: 'Sign the record', params, body: nothing, response: { 200: ProcessRecordView } },
    handler: (request, reply) => {
      const current = (tx: Transaction) => here(tx, request.params)
      const work = async (tx: Transaction) => {
        await signRecord(tx, request.params)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.post(`${one}/addenda`, {
    config: { operation: 'record.add-addendum', creates: true },
    schema: {
      summary: 'Add to a signed record',
      params,
      body: AddAddendum,
      response: { 201: ProcessRecordView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await addToRecord(tx, request.params, request.body)
        return here(tx, request.params)
      }),
  })
}
