import { infiniteQueryOptions } from '@tanstack/react-query'
import {
  type AskForFileCopy,
  type CopyFormat,
  type DecideFileCopy,
  FileCopyPage,
  FileCopyView,
  type HandOverFileCopy,
} from '#contract/file-copies.ts'
import { api } from '#web/app/api.ts'

/** The key under which the requests in a case are kept. */
export const fileCopiesKey = (caseId: string) => ['file-copies', caseId] as const

const whileMaking = 1_000

/** The requests in a case, newest first; asked again each second while one is being made. */
export const fileCopiesQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: fileCopiesKey(caseId),
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`
      return (await api.get(`/api/cases/${caseId}/file-copies?parts=yes${after}`, FileCopyPage, { signal }))
        .value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ rows }) => rows.some((row) => row.state === 'producing'))
        ? whileMaking
        : false,
    staleTime: 0,
  })

/** Writes a request down; sent again after a lost answer, it is still there once. */
export const askForCopy = (caseId: string, body: AskForFileCopy) =>
  api.post(`/api/cases/${caseId}/file-copies`, FileCopyView, { body, idempotencyKey: body.id })

type Place = Pick<FileCopyView, 'caseId' | 'id' | 'version'>

const put = ({ caseId, id, version }: Place, act: 'decision' | 'making' | 'handing-over', body: object) =>
  api.put(`/api/cases/${caseId}/file-copies/${id}/${act}`, FileCopyView, { body, version })

/** Decides what is left out, or that none is given. */
export const decideOnCopy = (place: Place, body: DecideFileCopy) => put(place, 'decision', body)

/** Begins to make the copy. */
export const makeCopy = (place: Place) => put(place, 'making', {})

/** Writes down to whom it was handed over. */
export const handOverCopy = (place: Place, body: HandOverFileCopy) => put(place, 'handing-over', body)

/** Where the browser fetches one of its files. */
export const copyAddress = ({ caseId, id }: Pick<Place, 'caseId' | 'id'>, format: CopyFormat) =>
  `/api/cases/${caseId}/file-copies/${id}/file?format=${format}` as const
