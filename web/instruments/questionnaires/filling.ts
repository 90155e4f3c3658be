import type { Answers, AnswerValue, Occasion, Questionnaire, Scope } from '#contract/questionnaires/index.ts'

/** One step into the answers: a round of a repeat. */
export type Step = Readonly<{ repeat: string; index: number }>

/** What a field needs to know of where it stands. */
export type Place = Readonly<{
  asked: Readonly<{ questionnaire: Questionnaire; occasion: Occasion }>
  /** The answers as they count, around this place: what conditions are asked of. */
  scope: Scope
  /** What was typed in this place. */
  typed: Answers
  steps: readonly Step[]
  path: string
}>

const rounds = (answers: Answers, repeat: string): Answers[] => {
  const value = answers[repeat]
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? {} : (one as Answers))) : []
}

/** The answers with one of them changed; undefined takes it away. */
export function withAnswer(
  answers: Answers,
  [step, ...more]: readonly Step[],
  name: string,
  value: AnswerValue | undefined,
): Answers {
  if (!step) {
    const { [name]: _, ...others } = answers
    return value === undefined || value === '' ? others : { ...others, [name]: value }
  }
  const all = rounds(answers, step.repeat)
  // A count may ask for rounds in which nothing was typed yet.
  while (all.length <= step.index) all.push({})
  return {
    ...answers,
    [step.repeat]: all.map((round, at) => (at === step.index ? withAnswer(round, more, name, value) : round)),
  }
}

/** What was typed in each round of a repeat, at least as many as count. */
export function typedRounds(typed: Answers, repeat: string, count: number): readonly Answers[] {
  const all = rounds(typed, repeat)
  return Array.from({ length: Math.max(count, 0) }, (_, at) => all[at] ?? {})
}

/** The local moment, as a questionnaire asks for it. */
export function momentHere(now = new Date()): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19)
}
