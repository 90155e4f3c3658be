import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { type AddOutline, OutlinePage, OutlineView } from '#contract/case/interview-outlines.ts'
import { api } from '#web/app/api.ts'

const place = '/api/interview-outlines'
const key = ['interview-outlines'] as const

/** The outlines of the agency; an agency has few. */
export const outlinesQuery = () =>
  queryOptions({
    queryKey: key,
    queryFn: async ({ signal }) => (await api.get(`${place}?limit=100`, OutlinePage, { signal })).value,
  })

/** Adds an outline. */
export const addOutline = (body: AddOutline) =>
  api.post(place, OutlineView, { body, idempotencyKey: body.id })

/** Writes the next edition of an outline. */
export const changeOutline = ({ id, version }: OutlineView, sheet: AddOutline['sheet']) =>
  api.put(`${place}/${id}`, OutlineView, { body: sheet, version })

/** Takes an outline out of use, or back into it. */
export const retireOutline = ({ id, version }: OutlineView, retired: boolean) =>
  api.put(`${place}/${id}/retirement`, OutlineView, { body: { retired }, version })

/** Shows the outlines anew after one was written. */
export function useAfterOutline() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: key })
}
