import { z } from 'zod'

/** Every thing has an id made by whoever creates it: a random UUID, so that a repeated create names the same thing. */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>
