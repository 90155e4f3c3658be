import { currentLanguage } from './language.ts'

/** Where something is read. */
export type ReadPath = `/api/${string}`

/** An answer that nobody came for by then is old. */
const keptFor = 10_000

const asked = new Map<string, Promise<Response>>()

/** What every read says of itself. */
export const readHeaders = () => ({ Accept: 'application/json', 'Accept-Language': currentLanguage() })

/**
 * Asks for what the first page reads while the program is still on its way. Whoever would ask takes the answer (`takeAhead`), a
 * refusal and a failure too.
 */
export function askAhead(path: ReadPath): Promise<Response> {
  const answer = fetch(path, { headers: readHeaders(), credentials: 'same-origin' })
  answer.catch(() => asked.delete(path))
  asked.set(path, answer)
  setTimeout(() => asked.delete(path), keptFor)
  return answer
}

/** The answer that was asked for ahead, once; undefined where nobody did, or when it is old. */
export function takeAhead(path: ReadPath): Promise<Response> | undefined {
  const answer = asked.get(path)
  asked.delete(path)
  return answer
}
