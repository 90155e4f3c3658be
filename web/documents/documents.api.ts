import { queryOptions } from '@tanstack/react-query'
import { type DocumentFormat, type FormId, FormSheet } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { api } from '#web/app/api.ts'

/** Which form of which case, in which language. */
export type FormChoice = Readonly<{
  caseId: string
  formId: FormId
  language: Language
  /** One interview, consent or process record; all of them without it. */
  recordId?: string
}>

const asked = ({ language, recordId }: FormChoice) =>
  `language=${language}${recordId === undefined ? '' : `&recordId=${recordId}`}`

/** The form, filled, as it stands now. It is never kept: the record may have changed since. */
export const formQuery = (choice: FormChoice) =>
  queryOptions({
    queryKey: ['form', choice.caseId, choice.formId, asked(choice)],
    queryFn: async () =>
      (await api.get(`/api/cases/${choice.caseId}/documents/${choice.formId}?${asked(choice)}`, FormSheet))
        .value,
    staleTime: 0,
    gcTime: 0,
  })

/** Where the browser fetches the file. */
export const fileAddress = (choice: FormChoice, format: DocumentFormat) =>
  `/api/cases/${choice.caseId}/documents/${choice.formId}/file?${asked(choice)}&format=${format}`

/** The page of an interview. */
export const interviewPlace = (caseId: string, id: string) => `/cases/${caseId}/interviews/${id}`
