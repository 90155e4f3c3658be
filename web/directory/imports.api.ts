import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { RowOutcome } from '#contract/codes/index.ts'
import { ImportPage, ImportRowPage, ImportView } from '#contract/directory-imports.ts'
import { api, headersOfPage, refusalFrom, ServerUnreachable } from '#web/app/api.ts'
import { directoryKey } from './directory.api.ts'

const pageQuery = (pageParam: string | null, more = '') =>
  `?limit=50${more}${pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`}`

/** The files that were brought in, newest first. */
export const importsQuery = infiniteQueryOptions({
  queryKey: [...directoryKey, 'imports'],
  queryFn: async ({ pageParam, signal }) =>
    (await api.get(`/api/directory/imports${pageQuery(pageParam)}`, ImportPage, { signal })).value,
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
})

const whileTaking = 1_000

/** One import; asked again each second while it is being taken. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [...directoryKey, 'import', id],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/directory/imports/${id}`, ImportView, { signal })).value,
    refetchInterval: ({ state }) => (state.data?.state === 'taking' ? whileTaking : false),
    staleTime: 0,
  })

/** The report of one import, row by row. */
export const rowsQuery = (id: string, outcome: RowOutcome | 'all') =>
  infiniteQueryOptions({
    queryKey: [...directoryKey, 'import', id, 'rows', outcome],
    queryFn: async ({ pageParam, signal }) => {
      const query = pageQuery(pageParam, outcome === 'all' ? '' : `&outcome=${outcome}`)
      return (await api.get(`/api/directory/imports/${id}/rows${query}`, ImportRowPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** Sends a file to be checked; nothing is taken yet. */
export async function sendImport(id: string, file: File): Promise<ImportView> {
  let response: Response
  try {
    response = await fetch('/api/directory/imports', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        ...headersOfPage(),
        'Content-Type': 'application/octet-stream',
        'Idempotency-Key': id,
        'Import-Id': id,
        'Import-Name': encodeURIComponent(file.name),
      },
      body: file,
    })
  } catch (cause) {
    throw new ServerUnreachable('no answer', { cause })
  }
  if (!response.ok) throw await refusalFrom(response)
  return ImportView.parse(await response.json())
}

/** Takes a checked file into the directory. */
export const takeImport = ({ id, version }: ImportView) =>
  api.put(`/api/directory/imports/${id}/taking`, ImportView, { body: {}, version })

/** Undoes an import whole. */
export const undoImport = ({ id, version }: ImportView, loseChanges: boolean) =>
  api.put(`/api/directory/imports/${id}/undoing`, ImportView, { body: { loseChanges }, version })
