import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { AuditPage, type AuditQuery } from '#contract/audit.ts'
import { api } from '#web/app/api.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

/** What an inspector looks for. */
export type AuditFilter = Pick<AuditQuery, 'day' | 'workerId' | 'act' | 'outcome'>

/** The agency's audit log, newest first, page by page. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: async ({ pageParam, signal }) => {
      const asked = new URLSearchParams()
      for (const [name, value] of Object.entries({ ...filter, after: pageParam }))
        if (value) asked.set(name, value)
      return (await api.get(`/api/audit?${asked.toString()}`, AuditPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** What the owner of a case looks for: one kind of line, and whether with their own. */
export type CaseAuditFilter = Readonly<{
  kind: 'all' | 'look' | 'change' | 'print' | 'break-glass' | 'refusal'
  who: 'everybody' | 'others'
}>

const askedFor = ({ kind, who }: CaseAuditFilter) => ({
  who,
  ...(kind === 'all' ? {} : kind === 'refusal' ? { outcome: 'refused' } : { act: kind, outcome: 'done' }),
})

/** Who looked at a case and who changed it, newest first, page by page. */
export const caseAuditQuery = (caseId: string, filter: CaseAuditFilter) =>
  infiniteQueryOptions({
    queryKey: [...caseKey(caseId), 'audit', filter],
    queryFn: async ({ pageParam, signal }) => {
      const asked = new URLSearchParams(askedFor(filter))
      if (pageParam !== null) asked.set('after', pageParam)
      return (await api.get(`/api/cases/${caseId}/audit?${asked.toString()}`, AuditPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** The last lines of a case's audit, for the column beside its page. */
export const lastAuditQuery = (caseId: string, count: number) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'audit', 'last', count],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/cases/${caseId}/audit?limit=${count}`, AuditPage, { signal })).value,
  })
