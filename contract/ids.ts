import { z } from 'zod'

/** All zeros, or all ones. */
const madeByNobody = /^(?:0+|f+)$/iu

/**
 * Every thing has an id made by whoever creates it: a random UUID, so that a repeated create names the same thing. One that is all
 * zeros, or all ones, was made by nobody: two programs with the same fault would meet in it.
 */
export const Id = z.uuid({ abort: true }).check(({ value, issues }) => {
  if (madeByNobody.test(value.replaceAll('-', '')))
    issues.push({ code: 'invalid_format', format: 'uuid', input: value })
})
export type Id = z.infer<typeof Id>
