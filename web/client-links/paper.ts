import type { LinkPaper, PaperAnswer } from '#contract/client-links.ts'

/** What every paper is given: which link it is of, and the way to send what was answered. */
export type PaperProps<Purpose extends LinkPaper['purpose']> = Readonly<{
  paper: Extract<LinkPaper, { purpose: Purpose }>
  linkId: string
  /** Sends it; once it has arrived nothing that was typed is left here. */
  send: (answer: PaperAnswer, forget: () => void) => void
  busy: boolean
}>
