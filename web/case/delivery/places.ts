/** The page of one process record. */
export const recordPlace = (caseId: string, recordId: string) =>
  `/cases/${caseId}/process-records/${recordId}`
