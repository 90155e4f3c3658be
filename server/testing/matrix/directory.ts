import { emptyEntry } from '#contract/directory.ts'
import type { ListAsked } from './asked.ts'

const entries = '/api/directory/entries'
const imports = '/api/directory/imports'

const sheet = { ...emptyEntry, name: 'X', organizationName: 'X' }

/** The directory: it speaks of no case, and what is asked about here is none of it. A new entry has ages that cross. */
export const aboutDirectory = (stranger: string): readonly ListAsked[] => [
  {
    method: 'POST',
    address: '/api/directory/searches',
    payload: { words: 'CNRY' },
    operation: 'directory.search',
    shows: () => false,
  },
  { method: 'GET', address: '/api/directory/choices', operation: 'directory.search', shows: () => false },
  {
    method: 'GET',
    address: '/api/directory/export?form=json',
    operation: 'directory.export',
    shows: () => false,
  },
  { method: 'GET', address: imports, operation: 'directory.import', shows: () => false },
  {
    method: 'POST',
    address: entries,
    payload: { ...sheet, id: stranger, minimumAge: 60, maximumAge: 18 },
    operation: 'directory.add',
    shows: null,
  },
  // No file: it is refused for that by whoever may bring one in.
  { method: 'POST', address: imports, operation: 'directory.import', shows: null, writes: true },
  ...absent('GET', entries, stranger, '', 'directory.read', 'entryId'),
  ...absent('PUT', entries, stranger, '', 'directory.change', 'entryId', sheet),
  ...absent('PUT', entries, stranger, '/confirmation', 'directory.confirm', 'entryId', {}),
  ...absent('GET', imports, stranger, '', 'directory.import', 'importId'),
  ...absent('GET', imports, stranger, '/rows', 'directory.import', 'importId'),
  ...absent('PUT', imports, stranger, '/taking', 'directory.import', 'importId', {}),
  ...absent('PUT', imports, stranger, '/undoing', 'directory.undo', 'importId', { loseChanges: true }),
]

function absent(
  method: string,
  folder: string,
  id: string,
  noun: string,
  operation: string,
  parameter: string,
  payload?: object,
): ListAsked[] {
  const asked = { method, address: `${folder}/${id}${noun}`, url: `${folder}/:${parameter}${noun}` }
  return [{ ...asked, operation, shows: null, absent: true as const, ...(payload ? { payload } : {}) }]
}
