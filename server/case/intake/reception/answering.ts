import { defaultDeadlines, dueAt } from '#server/workday/index.ts'

/** Until when whoever asks now is answered, and whether the desk is closed at this moment. */
export const answerBy = ({ now }: Readonly<{ now: Date }>) => ({
  dueAt: dueAt(now, defaultDeadlines.intakeDecision.span),
  outsideHours: false,
})
