import type { AssessmentView, ClientView, Correction } from '#contract/case/assessment.ts'
import type { SheetLine } from '#contract/case/assessment-lines.ts'
import type { Language } from '#contract/language.ts'

/** What was said to one line: it is right, or how it should read. */
export type LineAnswer = Readonly<{ right: boolean; says: string }>

/** The client's view while it is being recorded: nothing is chosen for the client beforehand. */
export type Answer = {
  view: ClientView['view'] | null
  text: string
  way: ClientView['way'] | null
  personId: string
  givenAt: string | null
  /** In which language it is read; null is the worker's own. */
  language: Language | null
  lines: Readonly<Record<string, LineAnswer>>
  /** The device is in the client's hands. */
  handed: boolean
}

type Spoken = Pick<AssessmentView, 'viewGivers' | 'clientView' | 'furtherViews'>

/** Client and guardians who have not said yet what they think; each says it once. */
export function yetToSpeak({ viewGivers, clientView, furtherViews }: Spoken) {
  const spoken = [...(clientView ? [clientView] : []), ...furtherViews].map(({ person }) => person.id)
  return viewGivers.filter(({ id }) => !spoken.includes(id))
}

/** Nothing said yet, by the client, now. */
export const emptyAnswer = (clientId: string, now: Date): Answer => ({
  view: null,
  text: '',
  way: null,
  personId: clientId,
  givenAt: now.toISOString(),
  language: null,
  lines: {},
  handed: false,
})

/** The lines that were put right, as they are sent. */
export const correctionsOf = ({ lines }: Pick<Answer, 'lines'>): Correction[] =>
  Object.entries(lines).flatMap(([line, { right, says }]) =>
    right || says.trim() === '' ? [] : [{ line, says }],
  )

/** How many lines nobody has answered yet, or only with “no”. */
export const linesLeft = ({ lines }: Pick<Answer, 'lines'>, all: readonly SheetLine[]) =>
  all.filter(({ line }) => {
    const said = lines[line]
    return said === undefined || (!said.right && said.says.trim() === '')
  }).length

/** What the lines together say: confirmed when each is right, corrected when one is not; null while some are left. */
export function viewOfLines(answer: Answer, all: readonly SheetLine[]): Answer['view'] {
  if (linesLeft(answer, all) > 0) return answer.view
  return correctionsOf(answer).length > 0 ? 'corrected' : 'confirmed'
}

/** The answer as it is sent, or null while the view, its way or its time is missing. The server says what else is. */
export function answerFrom(answer: Answer): ClientView | null {
  const { view, text, way, personId, givenAt, language } = answer
  if (!view || !way || !givenAt) return null
  const corrections = view === 'corrected' ? correctionsOf(answer) : []
  return { view, text, way, personId, givenAt, language, corrections }
}
