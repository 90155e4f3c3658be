import { refusalFrom, ServerUnreachable } from './api.ts'
import { announceSessionEnd } from './session-end.ts'

/** A file as it came, and what the server calls it. */
export type Fetched = Readonly<{ content: Blob; name: string }>

/**
 * Fetches a file whole, or throws what the server refused with. A link that the browser follows by itself shows a refusal as a
 * download that failed, without its sentence.
 */
export async function fetchFile(path: `/api/${string}`): Promise<Fetched> {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin' })
  } catch (cause) {
    throw new ServerUnreachable('no answer', { cause })
  }
  if (!response.ok) {
    if (response.status === 401) announceSessionEnd()
    throw await refusalFrom(response)
  }
  try {
    return { content: await response.blob(), name: nameIn(response.headers.get('Content-Disposition')) }
  } catch (cause) {
    throw new ServerUnreachable('broken off', { cause })
  }
}

const nameIn = (disposition: string | null) => /filename="([^"]+)"/u.exec(disposition ?? '')?.[1] ?? 'file'

const untilTheBrowserHasIt = 60_000

/** Lets the browser save a file that was fetched. */
export function saveAs({ content, name }: Fetched) {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), untilTheBrowserHasIt)
}
