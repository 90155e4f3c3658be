import { queryOptions } from '@tanstack/react-query'
import type { AddAddendum } from '#contract/case/addenda.ts'
import { InterviewPage, type InterviewSheet, InterviewView } from '#contract/case/interview.ts'
import { api } from '#web/app/api.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

const place = (caseId: string) => `/api/cases/${caseId}/interviews` as const

/** The newest interviews of a case; a case has few. */
export const interviewsQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'interviews'],
    queryFn: async ({ signal }) =>
      (await api.get(`${place(caseId)}?limit=100`, InterviewPage, { signal })).value,
  })

/** One interview of a case. */
export const interviewQuery = (caseId: string, id: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'interview', id],
    queryFn: async ({ signal }) => (await api.get(`${place(caseId)}/${id}`, InterviewView, { signal })).value,
  })

/** Begins the record of an interview; the id is made by the screen, so that a retry begins nothing twice. */
export const openInterview = (caseId: string, id: string) =>
  api.post(place(caseId), InterviewView, { body: { id }, idempotencyKey: id })

/** Saves the record as it stands. */
export const saveInterview = (caseId: string, id: string, body: InterviewSheet, version: number) =>
  api.put(`${place(caseId)}/${id}`, InterviewView, { body, version })

/** Signs the record; afterwards it stays as it is. */
export const signInterview = (caseId: string, id: string, version: number) =>
  api.put(`${place(caseId)}/${id}/signature`, InterviewView, { body: {}, version })

/** Adds to a signed record. */
export const addToInterview = (caseId: string, id: string, body: AddAddendum) =>
  api.post(`${place(caseId)}/${id}/addenda`, InterviewView, { body, idempotencyKey: body.id })
