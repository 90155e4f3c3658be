import { queryOptions } from '@tanstack/react-query'
import { EcomapView, FamilyView, type EcomapSheet, type FamilySheet } from '#contract/drawings.ts'
import { api } from '#web/app/api.ts'

export const familyKey = (personId: string) => ['family', personId] as const

/** The family of a person, as somebody wrote it; null where there are only relations. */
export const familyQuery = (personId: string) =>
  queryOptions({
    queryKey: familyKey(personId),
    queryFn: async ({ signal }) =>
      (await api.get(`/api/people/${personId}/family`, FamilyView, { signal })).value,
    staleTime: 0,
  })

/** Writes the family against the version that was seen. */
export const writeFamily = async (personId: string, body: FamilySheet, version: number) =>
  (await api.put(`/api/people/${personId}/family`, FamilyView, { body, version })).value

export const ecomapsKey = (caseId: string) => ['ecomaps', caseId] as const

/** The ecomaps of a case. */
export const ecomapsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ecomapsKey(caseId),
    queryFn: async ({ signal }) =>
      (await api.get(`/api/cases/${caseId}/ecomaps`, EcomapView, { signal })).value,
    staleTime: 0,
  })

/** Writes the ecomaps against the version that was seen. */
export const writeEcomaps = async (caseId: string, body: EcomapSheet, version: number) =>
  (await api.put(`/api/cases/${caseId}/ecomaps`, EcomapView, { body, version })).value
