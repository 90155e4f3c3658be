import { createContext, useContext, useMemo, type ReactNode } from 'react'

/** Every word the design system itself needs. The app gives them in the reader's language. */
export type UiWords = {
  productName: string
  required: string
  yes: string
  no: string
  unanswered: string
  chooseOne: string
  addRow: string
  removeRow: (name: string) => string
  moveUp: (name: string) => string
  moveDown: (name: string) => string
  row: (number: number) => string
  saved: (time: string) => string
  savedBefore: string
  saving: string
  unsaved: string
  keptOnDevice: string
  conflict: string
  showMore: string
  loading: string
  close: string
  notNow: string
  noSuchDate: string
  showPassword: string
  hidePassword: string
  stage: Record<PathState, string>
  stepOf: (number: number, total: number) => string
  helpBeside: string
}

/** Where a stage or step stands on its line. */
export type PathState = 'done' | 'current' | 'ahead'

/** What the router must offer so that the design system can draw links. */
export type UiLinkProps = {
  to: string
  className?: string | undefined
  children: ReactNode
  'aria-current'?: 'page' | 'step' | undefined
}

type UiSurroundings = { words: UiWords; drawLink: (link: UiLinkProps) => ReactNode }

const Surroundings = createContext<UiSurroundings | null>(null)

/** Gives every ui component below it its words and its way to draw a link. `drawLink` must not use hooks. */
export function UiProvider({ words, drawLink, children }: UiSurroundings & { children: ReactNode }) {
  const surroundings = useMemo(() => ({ words, drawLink }), [words, drawLink])
  return <Surroundings value={surroundings}>{children}</Surroundings>
}

function useSurroundings(): UiSurroundings {
  const surroundings = useContext(Surroundings)
  if (!surroundings) throw new Error('A ui component was drawn outside UiProvider')
  return surroundings
}

/** The words of the design system, in the reader's language. */
export const useUiWords = (): UiWords => useSurroundings().words

/** The router's link, as the design system uses it. */
export function UiLink(link: UiLinkProps) {
  return useSurroundings().drawLink(link)
}
