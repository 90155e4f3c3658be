import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  ClientKindList,
  PotentialClientPage,
  SafeContactView,
  type SafeWay,
  type SayClientKind,
  type SayStanding,
  StandingList,
} from '#contract/clients.ts'
import type { PotentialClientKind } from '#contract/codes/index.ts'
import {
  FamilyList,
  FamilyView,
  ServedFamilyView,
  type FamilySheet,
  type NewFamily,
} from '#contract/families.ts'
import { api } from '#web/app/api.ts'

const ofPerson = (personId: string, what: string) => ['person', personId, what] as const

/** Who somebody is to the agency over time, and what help they sought before. */
export const standingsQuery = (personId: string) =>
  queryOptions({
    queryKey: ofPerson(personId, 'standings'),
    queryFn: async ({ signal }) =>
      (await api.get(`/api/people/${personId}/standings`, StandingList, { signal })).value,
  })

export const sayStanding = (personId: string, body: SayStanding) =>
  api.post(`/api/people/${personId}/standings`, StandingList, { body, idempotencyKey: body.id })

/** A case or a first contact. */
export type ClientPlace = Readonly<
  { personId: string; caseId: string } | { personId: string; inquiryId: string }
>

/** Whether the client comes of their own will there, over time. */
export const clientKindsQuery = ({ personId, ...place }: ClientPlace) =>
  queryOptions({
    queryKey: [...ofPerson(personId, 'kinds'), place],
    queryFn: async ({ signal }) => {
      const path = `/api/people/${personId}/client-kinds?${new URLSearchParams(place)}` as const
      return (await api.get(path, ClientKindList, { signal })).value
    },
  })

export const sayClientKind = (personId: string, body: SayClientKind) =>
  api.post(`/api/people/${personId}/client-kinds`, ClientKindList, { body, idempotencyKey: body.id })

/** How somebody is reached without danger; not kept longer than it is shown. */
export const safeContactsQuery = (personId: string) =>
  queryOptions({
    queryKey: ofPerson(personId, 'safe-contacts'),
    queryFn: async ({ signal }) =>
      (await api.get(`/api/people/${personId}/safe-contacts`, SafeContactView, { signal })).value,
    gcTime: 0,
  })

export const saveSafeContacts = (personId: string, ways: readonly SafeWay[], version: number) =>
  api.put(`/api/people/${personId}/safe-contacts`, SafeContactView, { body: { ways: [...ways] }, version })

/** Potential clients in sight, page by page. */
export const potentialClientsQuery = (kind: PotentialClientKind | null) =>
  infiniteQueryOptions({
    queryKey: ['people', 'potential', kind],
    queryFn: async ({ pageParam, signal }) => {
      const asked = new URLSearchParams({
        ...(kind === null ? {} : { kind }),
        ...(pageParam === null ? {} : { after: pageParam }),
      })
      return (await api.get(`/api/potential-clients?${asked}`, PotentialClientPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

export const familiesOfQuery = (personId: string) =>
  queryOptions({
    queryKey: ofPerson(personId, 'families'),
    queryFn: async ({ signal }) =>
      (await api.get(`/api/people/${personId}/families`, FamilyList, { signal })).value.families,
  })

export const familyQuery = (id: string) =>
  queryOptions({
    queryKey: ['family', id],
    queryFn: async ({ signal }) => api.get(`/api/families/${id}`, FamilyView, { signal }),
    staleTime: 0,
  })

export const addFamily = (body: NewFamily) =>
  api.post('/api/families', FamilyView, { body, idempotencyKey: body.id })

export const saveFamily = (id: string, body: FamilySheet, version: number) =>
  api.put(`/api/families/${id}`, FamilyView, { body, version })

/** The family that a case serves, or none. */
export const familyOfCaseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-family', caseId],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/cases/${caseId}/family`, ServedFamilyView, { signal })).value,
  })

export const serveFamily = (caseId: string, familyId: string | null, version: number) =>
  api.put(`/api/cases/${caseId}/family`, ServedFamilyView, { body: { familyId }, version })
