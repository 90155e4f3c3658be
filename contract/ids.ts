import { z } from 'zod'

/**
 * Every thing has an id made by whoever creates it: a random UUID, so that a repeated create names the same thing. One that is all
 * zeros, or all ones, was made by nobody: two programs with the same fault would meet in it.
 */
export const Id = z.uuid().regex(/[1-9a-e]/iu)
export type Id = z.infer<typeof Id>
