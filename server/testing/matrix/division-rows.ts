import type { ListAsked } from './asked.ts'

const editions = '/api/division-editions'
const load = { operation: 'division.load', shows: null } as const

/** The editions of the division codes: whoever may bring one in, and nobody else. */
export const aboutDivisions = (stranger: string): ListAsked[] => [
  { ...load, method: 'GET', address: `${editions}?limit=100`, shows: () => false },
  // No table at all: whoever may bring one in is told so.
  {
    ...load,
    method: 'POST',
    address: editions,
    writes: true,
    payload: { id: stranger, fileName: 'X', source: 'X', csv: '"' },
  },
  ...['', '/lines', '/taking', '/undoing'].map((noun): ListAsked => {
    const writes = noun === '/taking' || noun === '/undoing'
    return {
      ...load,
      method: writes ? 'PUT' : 'GET',
      address: `${editions}/${stranger}${noun}`,
      url: `${editions}/:editionId${noun}`,
      absent: true,
      ...(writes ? { payload: {} } : {}),
    }
  }),
]
