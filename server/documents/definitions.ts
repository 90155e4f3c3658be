import type { FormId } from '#contract/documents.ts'
import type { FormDefinition } from './form.ts'
import { f03 } from './forms/f03.ts'
import { f04 } from './forms/f04.ts'
import { f07 } from './forms/f07.ts'
import { f08 } from './forms/f08.ts'
import { f09 } from './forms/f09.ts'
import { f11 } from './forms/f11.ts'
import { f15 } from './forms/f15.ts'

/** The forms as we ship them; an agency may bring its own definition of any of them. */
export const definitions: Readonly<Record<FormId, FormDefinition>> = {
  F03: f03,
  F04: f04,
  F07: f07,
  F08: f08,
  F09: f09,
  F11: f11,
  F15: f15,
}
