/** Where one assessment is read. */
export const assessmentPlace = (caseId: string, id: string) => `/cases/${caseId}/assessment/${id}`

/** Where two assessments stand side by side. */
export const besidePlace = (caseId: string, id: string, otherId: string) =>
  `${assessmentPlace(caseId, id)}/beside/${otherId}`

/** Where what was collected in a case stands. */
export const evidencePlace = (caseId: string) => `/cases/${caseId}/evidence`

/** Where its visits and consultations stand. */
export const contactsPlace = (caseId: string) => `${evidencePlace(caseId)}/contacts`

/** Where it is read together with the client. */
export const togetherPlace = (caseId: string, id: string) => `${assessmentPlace(caseId, id)}/together`
