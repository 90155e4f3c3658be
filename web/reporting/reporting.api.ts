import { queryOptions } from '@tanstack/react-query'
import { CaseMovements, FirstContacts, type Month, ProblemNatures } from '#contract/reporting.ts'
import { api } from '#web/app/api.ts'

/** Cases opened and closed in a month. */
export const caseMovementsQuery = (month: Month) =>
  queryOptions({
    queryKey: ['statistics', month],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/statistics/case-movements?month=${month}`, CaseMovements, { signal })).value,
    staleTime: 0,
  })

/** The natures of the problems that were assessed in a month. */
export const problemNaturesQuery = (month: Month) =>
  queryOptions({
    queryKey: ['statistics', 'problem-natures', month],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/statistics/problem-natures?month=${month}`, ProblemNatures, { signal })).value,
    staleTime: 0,
  })

/** What a month brought to the desk. */
export const firstContactsQuery = (month: Month) =>
  queryOptions({
    queryKey: ['statistics', 'first-contacts', month],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/statistics/first-contacts?month=${month}`, FirstContacts, { signal })).value,
    staleTime: 0,
  })
