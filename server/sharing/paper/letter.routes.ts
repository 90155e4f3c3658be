import { z } from 'zod'
import { FileQuery } from '#contract/documents.ts'
import { Id } from '#contract/ids.ts'
import type { Routes } from '#server/entrance/index.ts'
import { printLetter } from './letter.actions.ts'

const params = z.strictObject({ personId: Id, referralId: Id })

/** The letter of a referral, for whoever answers on paper. */
export const referralLetterRoutes: Routes = async (app, { enter }) => {
  app.get('/people/:personId/referrals/:referralId/letter/file', {
    config: { operation: 'referral.print', act: 'print' },
    schema: {
      summary: 'The letter of a referral with its reply slip, as Word or PDF',
      params,
      querystring: FileQuery,
    },
    handler: async (request, reply) => {
      const { personId, referralId } = request.params
      const file = await enter(request, reply, (tx) => printLetter(tx, personId, referralId, request.query))
      return reply
        .header('content-type', file.contentType)
        .header('content-disposition', `attachment; filename="${file.fileName}"`)
        .header('content-security-policy', 'sandbox')
        .send(Buffer.from(file.bytes))
    },
  })
}
