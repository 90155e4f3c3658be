import { createContext, useContext } from 'react'
import type { Ability, Me } from '#contract/access.ts'

/** Who is signed in; given by the shell to everything inside it. */
export const MeContext = createContext<Me | null>(null)

/** The worker who is signed in, their agency, and what they may do anywhere. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('A screen for signed-in workers was drawn without one')
  return me
}

/** Whether the server lets this worker enter a part of the product, whatever record is meant. */
export const useAbility = (part: keyof Me['abilities']): Ability => useMe().abilities[part]
