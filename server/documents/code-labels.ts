import * as codeLists from '#contract/codes/index.ts'
import type { LabelOfCode } from './wording.ts'

/** The words of a code in the contract's code lists. A code that no list knows is printed as it is stored. */
export const labelOfCode: LabelOfCode = (list, code, language) => {
  const found = Object.entries(codeLists).find(([name]) => name === list)?.[1]
  if (typeof found !== 'object' || !('labels' in found)) return code
  const wordings = new Map(Object.entries(found.labels))
  return wordings.get(code)?.[language] ?? code
}
