/** What the evaluation stage may say no with. */
export const evaluationRefusals = {} as const
