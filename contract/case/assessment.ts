/** What the assessment stage may say no with. */
export const assessmentRefusals = {} as const
