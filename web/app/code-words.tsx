import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { CodesVersion } from '#contract/settings/code-lists.ts'
import type { When } from '#contract/settings/code-words.ts'
import { todayHere } from '#web/ui/index.ts'

type Spoken = Readonly<{ versions: readonly CodesVersion[]; at: string | null }>

/** Whoever is not signed in, and whoever reads what came from elsewhere, reads the words of the product. */
const ofTheProduct: Spoken = { versions: [], at: null }

/** How the agency calls the codes of its lists; given by the shell to everything inside it. */
export const CodeWordsContext = createContext<Spoken>(ofTheProduct)

/** When a record was written or signed, as far as words are concerned; null is now. */
export const whenOf = (at: string | null): When => ({ day: at ? todayHere(new Date(at)) : todayHere(), at })

/** The agency's versions of its code lists, and the moment whose words are read; now where nothing else is said. */
export function useCodeWords() {
  const { versions, at } = useContext(CodeWordsContext)
  return useMemo(() => ({ versions, when: whenOf(at) }), [versions, at])
}

/** Draws a record in the words of its moment: what an agency renames later does not change what was signed. Null is now. */
export function InWordsOf({ at, children }: { at: string | null | undefined; children: ReactNode }) {
  const { versions } = useContext(CodeWordsContext)
  const spoken = useMemo(() => ({ versions, at: at ?? null }), [versions, at])
  return <CodeWordsContext value={spoken}>{children}</CodeWordsContext>
}

/** Draws what goes to another agency, or came from one, in the words of the product, which both have. */
export function InStandardWords({ children }: { children: ReactNode }) {
  return <CodeWordsContext value={ofTheProduct}>{children}</CodeWordsContext>
}
