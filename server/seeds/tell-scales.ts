import type { InstrumentAnswers } from '#contract/instruments.ts'
import { decideAlert, recordScale } from '#server/instruments/scales.actions.ts'
import { instrumentOf } from '#server/instruments/scales.ts'
import type { Act, Scene } from './scene.ts'
import type { ScaleAnswered } from './story.ts'

/** Late in the day, after everything else that is told of it. */
const minutesAfter = 240

/** Tells which scales were answered, and what was decided where one told of danger, on a clock of its own beside the case. */
export function tellScales(scene: Scene): readonly Act[] {
  const { story, go, pass, act, id, caseId, calendar, language } = scene
  let day: number | null = null
  for (const [at, scale] of (story.scales ?? []).entries()) {
    const scaleId = id('scale', String(at))
    go(scale.day)
    if (day !== scale.day) pass(minutesAfter)
    day = scale.day
    act(`scale ${at} answered`, 'scale.record', async (tx) =>
      recordScale(tx, await caseId(tx), {
        id: scaleId,
        instrument: scale.instrument,
        instrumentVersion: 1,
        informant: 'self',
        way: scale.way ?? 'screen',
        language,
        answeredOn: calendar.day(scale.day),
        answers: answersOf(scale),
      }),
    )
    const { decided } = scale
    if (decided)
      act(`scale ${at} decided`, 'scale.decide', async (tx) =>
        decideAlert(tx, await caseId(tx), scaleId, decided),
      )
  }
  return scene.acts
}

function answersOf({ instrument, values }: ScaleAnswered): InstrumentAnswers {
  const items = instrumentOf(instrument, 1)?.items ?? []
  return Object.fromEntries(
    items.flatMap(({ id }, at) => {
      const value = values[at]
      return value === undefined ? [] : [[id, value]]
    }),
  )
}
