import { Refusal } from '#server/kernel/refusal.ts'

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** A conflict of two transactions that goes away when one of them tries again. */
const passes = (error: unknown) => ['40001', '40P01'].includes(codeOf(error))

/** The exclusion constraint that refused a row, or null when it was something else. */
export const excludedBy = (error: unknown): string | null =>
  codeOf(error) === '23P01' && error instanceof Error && 'constraint' in error
    ? String(error.constraint)
    : null

/** The database is being restarted, is out of reach, or has no room to answer now. */
const isAway = (code: string) =>
  /^(08|57P0|53)/u.test(code) ||
  ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '55P03', '57014'].includes(code)

const isAwayByText = (error: unknown) =>
  error instanceof Error &&
  /connection terminated|not queryable|timeout exceeded when trying to connect/iu.test(error.message)

/**
 * Turns an error of the database into a refusal that may be shown, or null when it is a fault of ours.
 * Engine text never leaves: only the code decides, and details go to the log.
 */
export function refusalOf(error: unknown): Refusal | null {
  const code = codeOf(error)
  if (code === '23505') return new Refusal('already-there')
  if (code === '23001') return new Refusal('record-is-signed')
  if (code === '22P02' || code === '22003' || code === '22008' || code === '22021')
    return new Refusal('invalid-input')
  if (isAway(code) || isAwayByText(error)) return new Refusal('database-away')
  return null
}

/** Does it anew when it met another transaction and lost: all of it was undone. Give it nothing that acts outside the database. */
export async function again<T>(act: () => Promise<T>, tries = 3): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (tries === 0 || !passes(error)) throw error
    return again(act, tries - 1)
  }
}
