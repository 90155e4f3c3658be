/** Where one assessment is read. */
export const assessmentPlace = (caseId: string, id: string) => `/cases/${caseId}/assessment/${id}`

/** Where it is read together with the client. */
export const togetherPlace = (caseId: string, id: string) => `${assessmentPlace(caseId, id)}/together`
