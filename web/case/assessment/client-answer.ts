import type { ClientView } from '#contract/case/assessment.ts'

/** The client's view while it is being recorded: nothing is chosen for the client beforehand. */
export type Answer = {
  view: ClientView['view'] | null
  text: string
  way: ClientView['way'] | null
  personId: string
  givenAt: string | null
}

/** Nothing said yet, by the client, now. */
export const emptyAnswer = (clientId: string, now: Date): Answer => ({
  view: null,
  text: '',
  way: null,
  personId: clientId,
  givenAt: now.toISOString(),
})

/** The answer as it is sent, or null while the view, its way or its time is missing. The server says what else is. */
export function answerFrom({ view, text, way, personId, givenAt }: Answer): ClientView | null {
  return view && way && givenAt ? { view, text, way, personId, givenAt } : null
}
