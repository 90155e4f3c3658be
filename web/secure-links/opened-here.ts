import { z } from 'zod'
import { linkPurpose } from '#contract/codes/index.ts'

const OpenedShape = z.object({ linkId: z.string(), purpose: linkPurpose.schema })

/** A link that was opened in this tab. */
export type Opened = z.infer<typeof OpenedShape>

const place = 'alongside.link-opened'
const KeptShape = OpenedShape.extend({ mark: z.string() })

// The token itself stands in the address already, and opens nothing without its second factor.
const markOf = (token: string) => token.slice(0, 12)

/** The link of this token, where it was opened in this tab before a reload; a referral is asked for anew each time. */
export function openedHere(token: string): Opened | null {
  const kept = KeptShape.safeParse(read())
  return kept.success && kept.data.mark === markOf(token) ? kept.data : null
}

/** Remembers, as long as this tab is open, that a client's link was opened. */
export function keepOpened(token: string, opened: Opened): Opened {
  if (opened.purpose === 'referral') return opened
  try {
    sessionStorage.setItem(place, JSON.stringify({ ...opened, mark: markOf(token) }))
  } catch {
    // Nothing is kept: after a reload the answer is asked once more.
  }
  return opened
}

/** The half hour is over. */
export function forgetOpened() {
  try {
    sessionStorage.removeItem(place)
  } catch {
    // Nothing was kept.
  }
}

/** Whether something waits in this tab that was typed and not sent. */
export function hasTypedHere(): boolean {
  try {
    return Object.keys(sessionStorage).some((key) => key.includes('link/') && key.endsWith('/form'))
  } catch {
    return false
  }
}

function read(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null')
  } catch {
    return null
  }
}
