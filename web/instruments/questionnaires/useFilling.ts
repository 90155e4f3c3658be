import { useState } from 'react'
import {
  type Answers,
  begin,
  calledHere,
  type Occasion,
  type Questionnaire,
  settle,
  wholeScope,
  type Wrong,
  wrongAnswers,
} from '#contract/questionnaires/index.ts'
import type { Language } from '#contract/language.ts'
import type { Place } from './filling.ts'

/** What the answers come to as one types, and what is wrong with them; both are asked anew with every letter. */
export type Filling = Readonly<{ place: Place; settled: Answers; wrong: readonly Wrong[] }>

/** The occasion on which a questionnaire is answered here. */
export const occasionHere = (
  sheet: Questionnaire,
  { language, username, now }: Readonly<{ language: Language; username: string; now: string }>,
): Occasion => ({
  now,
  username,
  language: calledHere(sheet, language),
  newId: () => crypto.randomUUID(),
  chance: Math.random,
})

export function fillingOf(questionnaire: Questionnaire, typed: Answers, occasion: Occasion): Filling {
  const settled = settle(questionnaire, typed, occasion)
  return {
    settled,
    wrong: wrongAnswers(questionnaire, settled, occasion),
    place: { asked: { questionnaire, occasion }, scope: wholeScope(settled), typed, steps: [], path: '' },
  }
}

/** Answers that go nowhere: how a questionnaire is tried. */
export function useTrying(sheet: Questionnaire, occasion: Occasion) {
  const [typed, type] = useState<Answers>(() => begin(sheet, occasion))
  return { typed, type, filling: fillingOf(sheet, typed, occasion) }
}
