import { queryOptions } from '@tanstack/react-query'
import { DivisionList } from '#contract/case/divisions.ts'
import { type ScreeningSheet, ScreeningView } from '#contract/case/screening.ts'
import { api } from '#web/app/api.ts'

/** A first contact compared with the agency and each of its sites. */
export const screeningQuery = (inquiryId: string) =>
  queryOptions({
    queryKey: ['screening', inquiryId],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/inquiries/${inquiryId}/screening`, ScreeningView, { signal })).value,
  })

/** Keeps what it is screened with against the version that was seen. */
export const changeScreening = async (inquiryId: string, body: ScreeningSheet, version: number) =>
  (await api.put(`/api/inquiries/${inquiryId}/screening`, ScreeningView, { body, version })).value

/** What lies directly under a code of GB/T 2260; under nothing, the provinces. */
export const divisionsQuery = (under: string) =>
  queryOptions({
    queryKey: ['divisions', under],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/divisions?under=${under}`, DivisionList, { signal })).value,
    staleTime: Infinity,
  })
