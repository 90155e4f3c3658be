import { z } from 'zod'
import {
  ClientKindList,
  ClientKindQuery,
  PotentialClientPage,
  PotentialClientQuery,
  SafeContactSheet,
  SafeContactView,
  SayClientKind,
  SayStanding,
  StandingList,
} from '#contract/clients.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { changeSafeContacts, sayClientKind, sayStanding } from './clients.actions.ts'
import { viewClientKinds, viewSafeContacts, viewStandings } from './clients.view.ts'
import { potentialClients } from './potential-clients.queries.ts'

const params = z.strictObject({ personId: Id })

/** Who somebody is to the agency over time, whether they come of their own will, and how they are reached without danger. */
export const clientRoutes: Routes = async (app, { enter }) => {
  app.get('/potential-clients', {
    config: { operation: 'person.search' },
    schema: {
      summary: 'Potential clients, who was named so last first',
      querystring: PotentialClientQuery,
      response: { 200: PotentialClientPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => potentialClients(tx, request.query)),
  })

  app.get('/people/:personId/standings', {
    config: { operation: 'person.read' },
    schema: {
      summary: 'Potential or client, over time, and the help sought before',
      params,
      response: { 200: StandingList },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewStandings(tx, request.params.personId)),
  })

  app.post('/people/:personId/standings', {
    config: { operation: 'client.say-standing', creates: true },
    schema: {
      summary: 'Say that somebody is a potential client of a kind, or a client, from a day on',
      params,
      body: SayStanding,
      response: { 201: StandingList },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await sayStanding(tx, request.params.personId, request.body)
        return viewStandings(tx, request.params.personId)
      }),
  })

  app.get('/people/:personId/client-kinds', {
    config: { operation: 'client.read-kind' },
    schema: {
      summary: 'Voluntary or compelled, in a case or a first contact, over time',
      params,
      querystring: ClientKindQuery,
      response: { 200: ClientKindList },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewClientKinds(tx, request.params.personId, request.query)),
  })

  app.post('/people/:personId/client-kinds', {
    config: { operation: 'client.say-kind', creates: true },
    schema: {
      summary: 'Say that somebody comes of their own will, or is compelled, from a day on',
      params,
      body: SayClientKind,
      response: { 201: ClientKindList },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        const { caseId, inquiryId } = request.body
        await sayClientKind(tx, request.params.personId, request.body)
        return viewClientKinds(tx, request.params.personId, {
          ...(caseId === null ? {} : { caseId }),
          ...(inquiryId === null ? {} : { inquiryId }),
        })
      }),
  })

  app.get('/people/:personId/safe-contacts', {
    config: { operation: 'person.read' },
    schema: { summary: 'How somebody is reached without danger', params, response: { 200: SafeContactView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewSafeContacts(tx, request.params.personId)),
  })

  app.put('/people/:personId/safe-contacts', {
    config: { operation: 'person.change' },
    schema: {
      summary: 'Write how somebody is reached without danger, whole',
      params,
      body: SafeContactSheet,
      response: { 200: SafeContactView },
    },
    handler: (request, reply) => {
      const { personId } = request.params
      const current = (tx: Transaction) => viewSafeContacts(tx, personId)
      const work = async (tx: Transaction) => {
        await changeSafeContacts(tx, personId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
