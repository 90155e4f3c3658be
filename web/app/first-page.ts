import type { Me } from '#contract/access.ts'
import { askAhead, type ReadPath } from './ahead.ts'
import { pageAt } from './open-pages.ts'
import type { ReadAhead } from './page-route.ts'

/**
 * Fetches the page of an address, and what it reads first, beside the program that will draw it; for whoever is not in, only the
 * pages that are open to everybody.
 */
export async function fetchFirstPage(path: string): Promise<void> {
  const found = pageAt(path)
  if (found?.page.open) return fetchChunk(found.page.load)
  const mine = await answerTo('/api/me')
  if (mine === null) return
  // Before the files of the page: a browser asks for six things at a time.
  void askAhead('/api/agency/code-words')
  if (found) fetchChunk(found.page.load)
  const me: Me = await mine.json()
  for (const read of found?.page.ahead?.({ me, params: found.params }) ?? []) void readAhead(read)
}

/** Asks ahead, and reads the answer too; null for a refusal. Taken before anybody else can read it: what was read once is gone. */
const answerTo = (path: ReadPath): Promise<Response | null> =>
  askAhead(path).then(
    (response) => (response.ok ? response.clone() : null),
    () => null,
  )

async function readAhead(read: ReadAhead) {
  const answer = await answerTo(typeof read === 'string' ? read : read.path)
  if (answer === null || typeof read === 'string') return
  for (const next of await read.afterwards(answer)) void askAhead(next)
}

/** One that cannot be fetched is told of by the page that needs it. */
const fetchChunk = (load: () => Promise<unknown>) => void load().catch(() => undefined)
