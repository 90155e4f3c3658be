import { queryOptions } from '@tanstack/react-query'
import { type DocumentFormat, type FormId, FormSheet } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { api } from '#web/app/api.ts'

/** Which form of which case, in which language. */
export type FormChoice = Readonly<{ caseId: string; formId: FormId; language: Language }>

/** The form, filled, as it stands now. It is never kept: the record may have changed since. */
export const formQuery = ({ caseId, formId, language }: FormChoice) =>
  queryOptions({
    queryKey: ['form', caseId, formId, language],
    queryFn: async () =>
      (await api.get(`/api/cases/${caseId}/documents/${formId}?language=${language}`, FormSheet)).value,
    staleTime: 0,
    gcTime: 0,
  })

/** Where the browser fetches the file. */
export const fileAddress = ({ caseId, formId, language }: FormChoice, format: DocumentFormat) =>
  `/api/cases/${caseId}/documents/${formId}/file?language=${language}&format=${format}`
