import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { Me, SignedIn, type SignIn } from '#contract/access.ts'
import { api } from './api.ts'

/** Who is signed in; refused with 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me> => (await api.get('/api/me', Me, { signal })).value,
  staleTime: Infinity,
})

/** Signs in; the server sets the cookie. */
export const signIn = (body: SignIn) => api.post('/api/sign-ins', SignedIn, { body })

/** Ends the present sign-in. */
export const signOut = () => api.delete('/api/sign-ins/current', z.unknown())
