import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  type DecidePersonMerge,
  MergePreview,
  PersonMergePage,
  PersonMergeView,
  type ProposePersonMerge,
} from '#contract/person-merges.ts'
import { api } from '#web/app/api.ts'

/** Everything about merges lies under this key. */
export const mergesKey = ['person-merges'] as const

/** Two records side by side; never remembered, for it holds how they are reached. */
export const mergePreviewQuery = (keptId: string, mergedId: string) =>
  queryOptions({
    queryKey: [...mergesKey, 'preview', keptId, mergedId],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/people/${keptId}/merge-preview?with=${mergedId}`, MergePreview, { signal })).value,
    gcTime: 0,
    staleTime: 0,
  })

/** Merges, newest first, page by page. */
export const mergesQuery = infiniteQueryOptions({
  queryKey: [...mergesKey, 'list'],
  queryFn: async ({ pageParam, signal }) => {
    const after = pageParam === null ? '' : `?after=${encodeURIComponent(pageParam)}`
    return (await api.get(`/api/person-merges${after}`, PersonMergePage, { signal })).value
  },
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  staleTime: 0,
})

/** One merge. */
export const mergeQuery = (id: string) =>
  queryOptions({
    queryKey: [...mergesKey, id],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/person-merges/${id}`, PersonMergeView, { signal })).value,
    staleTime: 0,
  })

export const proposeMerge = (body: ProposePersonMerge) =>
  api.post('/api/person-merges', PersonMergeView, { body, idempotencyKey: body.id })

type Decided = Pick<PersonMergeView, 'id' | 'version'>

export const decideMerge = ({ id, version }: Decided, body: DecidePersonMerge) =>
  api.put(`/api/person-merges/${id}/decision`, PersonMergeView, { body, version })

export const undoMerge = ({ id, version }: Decided, reason: string) =>
  api.put(`/api/person-merges/${id}/undoing`, PersonMergeView, { body: { reason }, version })
