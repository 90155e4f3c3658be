import { z } from 'zod'
import type { CodeList } from './code-list.ts'

/**
 * A code of a list, or one that an agency added under it: `other.campus-fair` counts as `other` wherever the product
 * counts, decides or exchanges; only people read the finer word.
 */
export type OwnCode<Code extends string> = Code | `${Code}.${string}`

/** What follows the standard code and its full stop. */
export const ownEnding = /^[a-z0-9-]{1,40}$/u

/** Accepts the codes of a list and any own code under one of them. Whether the agency has it, the server looks up. */
export function withOwn<Code extends string>(list: CodeList<Code>) {
  if (list.agency?.freedom !== 'own') throw new Error('No agency adds codes of its own to this list')
  const own = z.templateLiteral([z.enum(list.codes), '.', z.string().regex(ownEnding)])
  return z.union([list.schema, own]) as unknown as z.ZodType<OwnCode<Code>, OwnCode<Code>>
}

/** Whether an agency added this code. */
export const isOwn = (code: string) => code.includes('.')

/** The code of the product that a code counts as; its own where it is one. */
export const standardOf = <Code extends string>(code: OwnCode<Code>): Code =>
  code.slice(0, code.includes('.') ? code.indexOf('.') : undefined) as Code
