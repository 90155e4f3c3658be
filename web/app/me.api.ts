import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { Me } from '#contract/access.ts'
import { api } from './api.ts'
import { drawFor } from './session-end.ts'

/** Who is signed in; refused with 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me> => {
    const { value: me } = await api.get('/api/me', Me, { signal })
    drawFor(me.worker.id)
    return me
  },
  staleTime: Infinity,
  // It is asked before anything is drawn; what was answered is not asked again by what is drawn then.
  retryOnMount: false,
  // Whoever signs in says when they are in: recovery codes on the screen must not vanish because a window came forward.
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
})

/** Ends the present sign-in. */
export const signOut = () => api.delete('/api/sign-ins/current', z.unknown())
