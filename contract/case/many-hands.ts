import type { ReceiverKind } from '#contract/codes/index.ts'

/**
 * The agencies and professions whose help is needed, without the family: where there are two or more, somebody has to
 * coordinate them, and the case is one of case management (R-116; DB62/T 4986, 4.4 and 3.2).
 */
export const manyHandsNeeded = ({ helpNeeded }: Readonly<{ helpNeeded: readonly ReceiverKind[] }>) =>
  [...new Set(helpNeeded)].filter((kind) => kind !== 'family')
