import { z } from 'zod'
import { Id } from '#contract/ids.ts'
import { SafeAddressSheet, SafeAddressView } from '#contract/people.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { changeSafeAddress, showSafeAddress } from './safe-address.actions.ts'

const params = z.strictObject({ personId: Id })

/** Safe addresses: apart from everything else about a person, because fewer may know them. */
export const safeAddressRoutes: Routes = async (app, { enter }) => {
  app.get('/people/:personId/safe-address', {
    config: { operation: 'safe-address.read' },
    schema: { summary: 'Where a person lives in hiding', params, response: { 200: SafeAddressView } },
    handler: (request, reply) => enter(request, reply, (tx) => showSafeAddress(tx, request.params.personId)),
  })

  app.put('/people/:personId/safe-address', {
    config: { operation: 'safe-address.change' },
    schema: {
      summary: 'Write where a person lives in hiding',
      params,
      body: SafeAddressSheet,
      response: { 200: SafeAddressView },
    },
    handler: (request, reply) => {
      const { personId } = request.params
      const current = (tx: Transaction) => showSafeAddress(tx, personId)
      return enter(request, reply, (tx) => changeSafeAddress(tx, personId, request.body), { current })
    },
  })
}
