import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  DirectoryChoices,
  type EntryAsked,
  EntryPage,
  type EntrySheet,
  EntryView,
  type NewEntry,
} from '#contract/directory.ts'
import { api } from '#web/app/api.ts'

/** Everything of the directory: forgotten whenever something in it changes. */
export const directoryKey = ['directory']

/** What is asked on the search page, without the page. */
export type Asked = Omit<EntryAsked, 'limit' | 'after'>

/** Services found, page by page. */
export const entriesQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: [...directoryKey, 'entries', asked],
    queryFn: async ({ pageParam, signal }) => {
      const body = { ...asked, ...(pageParam === null ? {} : { after: pageParam }) }
      return (await api.post('/api/directory/searches', EntryPage, { body, signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    gcTime: 30_000,
  })

/** By what else one may search, and what one may do here. */
export const choicesQuery = queryOptions({
  queryKey: [...directoryKey, 'choices'],
  queryFn: async ({ signal }) =>
    (await api.get('/api/directory/choices', DirectoryChoices, { signal })).value,
})

/** One service with its version. */
export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: [...directoryKey, 'entry', id],
    queryFn: ({ signal }) => api.get(`/api/directory/entries/${id}`, EntryView, { signal }),
  })

/** Adds a service; the id is made by the screen, so that a retry adds nothing twice. */
export const addEntry = (body: NewEntry) =>
  api.post('/api/directory/entries', EntryView, { body, idempotencyKey: body.id })

/** Keeps a changed sheet against the version that was seen. */
export const changeEntry = (id: string, body: EntrySheet, version: number) =>
  api.put(`/api/directory/entries/${id}`, EntryView, { body, version })

/** Says that it is still so today. */
export const confirmEntry = (id: string, version: number) =>
  api.put(`/api/directory/entries/${id}/confirmation`, EntryView, { body: {}, version })
