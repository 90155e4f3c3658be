import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { InquiryView } from '#contract/case/intake.ts'
import type { Versioned } from '#web/app/api.ts'
import { type InquiryAct, inquiryQuery } from './inquiry.api.ts'

/**
 * Acts on one first contact from a screen that also saves its sheet as one writes. An act makes a new version without
 * touching the sheet; the sheet's next save goes on from there instead of taking the act for somebody else's change.
 */
export function useInquiryActs(id: string) {
  const queries = useQueryClient()
  return useMemo(() => {
    const successors = new Map<number, number>()
    const latest = (version: number): number => {
      const next = successors.get(version)
      return next === undefined ? version : latest(next)
    }
    const keep = ({ value: view }: Versioned<InquiryView>) => {
      queries.setQueryData(inquiryQuery(id).queryKey, view)
      void queries.invalidateQueries({ queryKey: ['inquiries'] })
      return view
    }
    return {
      /** Does an act on top of the version last seen here. */
      act: async <Body>(act: InquiryAct<Body>, body: Body, version: number): Promise<InquiryView> => {
        const seen = latest(version)
        const view = keep(await act(id, body, seen))
        if (view.version !== seen) successors.set(seen, view.version)
        return view
      },
      /** Saves a sheet on top of the version last seen here. */
      save: async <Body>(act: InquiryAct<Body>, body: Body, version: number): Promise<InquiryView> =>
        keep(await act(id, body, latest(version))),
      /** The record as it now is on the server. */
      reload: () => queries.fetchQuery({ ...inquiryQuery(id), staleTime: 0 }),
    }
  }, [id, queries])
}

export type InquiryActs = ReturnType<typeof useInquiryActs>
