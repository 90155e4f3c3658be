import { createContext, useContext } from 'react'
import type { CodeList } from '#contract/codes/index.ts'
import type { ShippedList } from './shipped-lists.ts'

type Here = Readonly<{ name: string; shipped: ShippedList; list: CodeList<string> }>

/** Which list the sheet on the screen is about. */
export const CodeListContext = createContext<Here | null>(null)

/** The list that the sheet on the screen is about. */
export function useCodeList(): Here {
  const here = useContext(CodeListContext)
  if (!here) throw new Error('A sheet of codes was drawn without its list')
  return here
}
