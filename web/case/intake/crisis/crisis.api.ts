import { queryOptions } from '@tanstack/react-query'
import { type CrisisLine, type CrisisSheet, CrisisView } from '#contract/case/crisis.ts'
import { api } from '#web/app/api.ts'

/** The crisis of a first contact. */
export const crisisQuery = (inquiryId: string) =>
  queryOptions({
    queryKey: ['crisis', inquiryId],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/inquiries/${inquiryId}/crisis`, CrisisView, { signal })).value,
  })

/** Keeps what is known of it against the version that was seen. */
export const changeCrisis = async (inquiryId: string, body: CrisisSheet, version: number) =>
  (await api.put(`/api/inquiries/${inquiryId}/crisis`, CrisisView, { body, version })).value

/** Writes down what was done; its id is made by the screen, so that a retry writes nothing twice. */
export const addCrisisLine = async (inquiryId: string, body: CrisisLine) =>
  (
    await api.post(`/api/inquiries/${inquiryId}/crisis/lines`, CrisisView, {
      body,
      idempotencyKey: body.id,
    })
  ).value

/** Ends it with its outcome. */
export const endCrisis = async (inquiryId: string, outcome: string, version: number) =>
  (await api.put(`/api/inquiries/${inquiryId}/crisis/end`, CrisisView, { body: { outcome }, version })).value
