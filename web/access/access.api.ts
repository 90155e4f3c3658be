import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import type { SetUp } from '#contract/access.ts'
import { api } from '#web/app/api.ts'

/** Whether this server still waits for its first agency. */
export const setUpQuery = queryOptions({
  queryKey: ['set-up'],
  queryFn: async ({ signal }) =>
    (await api.get('/api/setup', z.object({ waiting: z.boolean() }), { signal })).value,
})

/** Founds the first agency. Refused with `wrong-setup-token` or `already-set-up`. */
export const setUp = (body: SetUp) => api.post('/api/setup', z.unknown(), { body })
