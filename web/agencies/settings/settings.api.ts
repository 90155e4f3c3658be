import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  SettingHistory,
  type SettingKind,
  SettingList,
  type SettingOf,
  type WriteSetting,
} from '#contract/settings/index.ts'
import { api } from '#web/app/api.ts'

const key = (kind: SettingKind) => ['settings', kind] as const

/** The sheets of a kind: what is in force, and what is planned. */
export const settingsQuery = (kind: SettingKind) =>
  queryOptions({
    queryKey: key(kind),
    queryFn: async ({ signal }) =>
      (await api.get(`/api/agency/settings?kind=${kind}`, SettingList, { signal })).value,
  })

/** The versions of one sheet, newest first, page by page. */
export const historyQuery = (kind: SettingKind, subject: string) =>
  infiniteQueryOptions({
    queryKey: [...key(kind), 'history', subject],
    queryFn: async ({ pageParam, signal }) => {
      const asked = new URLSearchParams({
        kind,
        subject,
        ...(pageParam === null ? {} : { after: pageParam }),
      })
      return (await api.get(`/api/agency/settings/history?${asked}`, SettingHistory, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

/** Adds a version of a sheet. */
export const writeSetting = (body: WriteSetting) =>
  api.post('/api/agency/settings', SettingList, { body, idempotencyKey: body.id })

/** The versions of one kind among those of a list. */
export const ofKind = <Kind extends SettingKind>({ rows }: SettingList, kind: Kind) =>
  rows.filter((row): row is SettingOf<Kind> => row.kind === kind)

/** What is in force of one sheet; null where nothing is yet. */
export const currentOf = <Kind extends SettingKind>(list: SettingList, kind: Kind, subject = '') =>
  ofKind(list, kind).find((row) => row.subject === subject && row.state === 'in-force') ?? null
