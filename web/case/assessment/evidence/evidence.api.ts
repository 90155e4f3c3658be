import { infiniteQueryOptions } from '@tanstack/react-query'
import {
  type AddSource,
  CollectionContactPage,
  CollectionContactView,
  FindingPage,
  FindingView,
  type RecordCollectionContact,
  type RecordFinding,
  type TakeBackSource,
  type TellNotice,
} from '#contract/case/evidence.ts'
import type { EvidenceField } from '#contract/codes/index.ts'
import { api } from '#web/app/api.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

/** Which findings a page shows: all of them, those of one field, or those that contradict themselves. */
export type Shown = EvidenceField | 'all' | 'contradicted'

/** The findings of a case, newest first, page by page. */
export const findingsQuery = (caseId: string, shown: Shown) =>
  infiniteQueryOptions({
    queryKey: [...caseKey(caseId), 'findings', shown],
    queryFn: async ({ pageParam, signal }) => {
      const asked = new URLSearchParams({
        ...(shown === 'all' ? {} : shown === 'contradicted' ? { show: shown } : { field: shown }),
        ...(pageParam === null ? {} : { after: pageParam }),
      })
      return (await api.get(`/api/cases/${caseId}/findings?${asked}`, FindingPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** The visits and consultations of a case, newest first, page by page. */
export const contactsQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: [...caseKey(caseId), 'collection-contacts'],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `?after=${encodeURIComponent(pageParam)}`
      const path = `/api/cases/${caseId}/collection-contacts${after}` as const
      return (await api.get(path, CollectionContactPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** Writes a finding down; sent again after a lost answer, it is still there once. */
export const recordFinding = (caseId: string, body: RecordFinding) =>
  api.post(`/api/cases/${caseId}/findings`, FindingView, { body, idempotencyKey: body.id })

/** Which finding of which case is changed, and the version that was seen of it. */
export type FindingAt = Readonly<{ caseId: string; id: string; version: number }>

/** Writes a further source down. */
export const addSource = ({ caseId, id }: FindingAt, body: AddSource) =>
  api.post(`/api/cases/${caseId}/findings/${id}/sources`, FindingView, { body, idempotencyKey: body.id })

/** Settles what contradicts itself. */
export const settleContradiction = ({ caseId, id, version }: FindingAt, note: string) =>
  api.put(`/api/cases/${caseId}/findings/${id}/settlement`, FindingView, { body: { note }, version })

/** Takes a source back that was an error. */
export const takeBackSource = ({ caseId, id, version }: FindingAt, body: TakeBackSource) =>
  api.put(`/api/cases/${caseId}/findings/${id}/removal`, FindingView, { body, version })

/** Writes down that the notice was told. */
export const tellNotice = (caseId: string, body: TellNotice) =>
  api.post(`/api/cases/${caseId}/collection-notices`, FindingPage, { body, idempotencyKey: body.id })

/** Writes a visit or a consultation down. */
export const recordContact = (caseId: string, body: RecordCollectionContact) =>
  api.post(`/api/cases/${caseId}/collection-contacts`, CollectionContactView, {
    body,
    idempotencyKey: body.id,
  })
