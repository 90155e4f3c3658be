/** The page of one edition of a plan. */
export const planPlace = (caseId: string, planId: string) => `/cases/${caseId}/plans/${planId}`

/** The copy of it that the client takes home. */
export const clientCopyPlace = (caseId: string, planId: string) => `${planPlace(caseId, planId)}/client-copy`
