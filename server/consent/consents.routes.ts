import { z } from 'zod'
import {
  ConsentException,
  ConsentExceptionPage,
  ConsentExceptionQuery,
  ConsentNoticeList,
  ConsentPage,
  ConsentQuery,
  ConsentView,
  GiveConsent,
  RecordException,
  WithdrawConsent,
  WriteConsentNotice,
} from '#contract/consent.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { giveConsent, recordException, withdrawConsent, writeNotice } from './consents.actions.ts'
import { viewConsent, viewConsents, viewException, viewExceptions, viewNotices } from './consents.view.ts'

const ofPerson = z.strictObject({ personId: Id })
const ofConsent = z.strictObject({ personId: Id, consentId: Id })

/** Consents about a person: listed, written down, withdrawn; what is done without; and the notice that people are told. */
export const consentRoutes: Routes = async (app, { enter }) => {
  app.get('/people/:personId/consents', {
    config: { operation: 'consent.list' },
    schema: {
      summary: 'The consents about a person, newest first, and who gives one',
      params: ofPerson,
      querystring: ConsentQuery,
      response: { 200: ConsentPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewConsents(tx, request.params.personId, request.query)),
  })

  app.post('/people/:personId/consents', {
    config: { operation: 'consent.give', creates: true },
    schema: {
      summary: 'Write down a consent that was given; it never changes, it is only withdrawn',
      params: ofPerson,
      body: GiveConsent,
      response: { 201: ConsentView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        const { personId } = request.params
        await giveConsent(tx, personId, request.body)
        return viewConsent(tx, personId, request.body.id)
      }),
  })

  app.put('/people/:personId/consents/:consentId/withdrawal', {
    config: { operation: 'consent.withdraw' },
    schema: {
      summary: 'Withdraw a consent, from this second on',
      params: ofConsent,
      body: WithdrawConsent,
      response: { 200: ConsentView },
    },
    handler: (request, reply) => {
      const { personId, consentId } = request.params
      const current = (tx: Transaction) => viewConsent(tx, personId, consentId)
      const work = async (tx: Transaction) => {
        await withdrawConsent(tx, personId, consentId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.get('/people/:personId/consent-exceptions', {
    config: { operation: 'consent.list' },
    schema: {
      summary: 'What was done about a person without consent, newest first',
      params: ofPerson,
      querystring: ConsentExceptionQuery,
      response: { 200: ConsentExceptionPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewExceptions(tx, request.params.personId, request.query)),
  })

  app.post('/people/:personId/consent-exceptions', {
    config: { operation: 'consent.except', creates: true },
    schema: {
      summary: 'Write down what is done without consent, in an emergency or by law',
      params: ofPerson,
      body: RecordException,
      response: { 201: ConsentException },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        const { personId } = request.params
        await recordException(tx, personId, request.body)
        return viewException(tx, personId, request.body.id)
      }),
  })

  app.get('/consent-notices', {
    config: { operation: 'consent-notice.list' },
    schema: {
      summary: 'What people are told before they consent, newest version first',
      response: { 200: ConsentNoticeList },
    },
    handler: (request, reply) => enter(request, reply, viewNotices),
  })

  app.post('/consent-notices', {
    config: { operation: 'consent-notice.write', creates: true },
    schema: {
      summary: 'Write the next version of the notice, in all three languages',
      body: WriteConsentNotice,
      response: { 201: ConsentNoticeList },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await writeNotice(tx, request.body)
        return viewNotices(tx)
      }),
  })
}
