import { z } from 'zod'
import { Id } from '#contract/ids.ts'
import {
  DuplicateCheck,
  DuplicateList,
  IdNumberView,
  NewPerson,
  PersonPage,
  PersonSearch,
  PersonSheet,
  PersonView,
} from '#contract/people.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { clientRoutes } from './clients/clients.routes.ts'
import { duplicateCandidates } from './duplicates.queries.ts'
import { addPerson, changePerson, showIdNumber } from './people.actions.ts'
import { searchGlance } from './people.queries.ts'
import { viewPerson } from './person.view.ts'
import { familyRoutes } from './families/families.routes.ts'
import { mergeRoutes } from './merging/merges.routes.ts'
import { relationRoutes } from './relations.routes.ts'
import { safeAddressRoutes } from './safe-address.routes.ts'

const params = z.strictObject({ personId: Id })

/** People. What is looked for travels in a body, so that no name ever stands in an address or a log. */
export const peopleRoutes: Routes = async (app, { enter, platform }) => {
  app.post('/searches', {
    config: { operation: 'person.search', act: 'look' },
    schema: {
      summary: 'Find people by name, pinyin, number tail or case number',
      body: PersonSearch,
      response: { 200: PersonPage },
    },
    handler: (request, reply) => enter.glance(request, reply, searchGlance(request.body)),
  })

  app.post('/people/duplicate-checks', {
    config: { operation: 'person.search', act: 'look' },
    schema: {
      summary: 'Who may already be this person',
      body: DuplicateCheck,
      response: { 200: DuplicateList },
    },
    handler: (request, reply) => enter(request, reply, (tx) => duplicateCandidates(tx, request.body)),
  })

  app.post('/people', {
    config: { operation: 'person.add', creates: true },
    schema: { summary: 'Record a person', body: NewPerson, response: { 201: PersonView } },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await addPerson(tx, request.body)
        return viewPerson(tx, request.body.id)
      }),
  })

  app.get('/people/:personId', {
    config: { operation: 'person.read' },
    schema: { summary: 'One person', params, response: { 200: PersonView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewPerson(tx, request.params.personId)),
  })

  app.put('/people/:personId', {
    config: { operation: 'person.change' },
    schema: {
      summary: 'Save what is known of a person',
      params,
      body: PersonSheet,
      response: { 200: PersonView },
    },
    handler: (request, reply) => {
      const { personId } = request.params
      const current = (tx: Transaction) => viewPerson(tx, personId)
      const change = async (tx: Transaction) => {
        await changePerson(tx, personId, request.body)
        return current(tx)
      }
      return enter(request, reply, change, { current })
    },
  })

  app.get('/people/:personId/id-number', {
    config: { operation: 'person.show-id-number' },
    schema: { summary: 'The whole identity number', params, response: { 200: IdNumberView } },
    handler: (request, reply) => enter(request, reply, (tx) => showIdNumber(tx, request.params.personId)),
  })

  await relationRoutes(app, { enter, platform })
  await safeAddressRoutes(app, { enter, platform })
  await mergeRoutes(app, { enter, platform })
  await clientRoutes(app, { enter, platform })
  await familyRoutes(app, { enter, platform })
}
