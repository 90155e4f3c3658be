import { queryOptions } from '@tanstack/react-query'
import {
  type BlankForm,
  type DocumentFormat,
  type FirstContactForm,
  type FormId,
  FormSheet,
} from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { api } from '#web/app/api.ts'

/** Which form of which case, in which language. */
export type FormChoice =
  | Readonly<{
      caseId: string
      formId: FormId
      language: Language
      /** One interview, consent or process record; all of them without it. */
      recordId?: string
    }>
  // A form of a first contact; of none, to be filled by hand.
  | Readonly<{ inquiryId: string; formId: FirstContactForm; language: Language }>
  | Readonly<{ inquiryId: null; formId: BlankForm; language: Language }>

const asked = (choice: FormChoice) =>
  'recordId' in choice && choice.recordId !== undefined
    ? `language=${choice.language}&recordId=${choice.recordId}`
    : `language=${choice.language}`

/** Where a form stands on the server. */
function placeOf(choice: FormChoice): `/api/${string}` {
  if ('caseId' in choice) return `/api/cases/${choice.caseId}/documents/${choice.formId}`
  return choice.inquiryId === null
    ? `/api/blank-forms/${choice.formId}`
    : `/api/inquiries/${choice.inquiryId}/documents/${choice.formId}`
}

/** The form, filled, as it stands now. It is never kept: the record may have changed since. */
export const formQuery = (choice: FormChoice) =>
  queryOptions({
    queryKey: ['form', placeOf(choice), asked(choice)],
    queryFn: async () => (await api.get(`${placeOf(choice)}?${asked(choice)}`, FormSheet)).value,
    staleTime: 0,
    gcTime: 0,
  })

/** Where the browser fetches the file. */
export const fileAddress = (choice: FormChoice, format: DocumentFormat) =>
  `${placeOf(choice)}/file?${asked(choice)}&format=${format}`

/** The page of an interview. */
export const interviewPlace = (caseId: string, id: string) => `/cases/${caseId}/interviews/${id}`
