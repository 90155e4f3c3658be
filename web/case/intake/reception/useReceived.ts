import { useState } from 'react'
import type { InquirySheet } from '#contract/case/intake.ts'
import { useMe } from '#web/app/MeContext.tsx'
import type { DraftSheet } from '#web/app/useDraftSheet.ts'
import { nobodyYet, type Received } from './received.ts'

/**
 * What is typed at the desk, kept in this tab until it is sent: a page that is left by mistake, or loaded anew, loses
 * nothing, and another worker never sees it.
 */
export function useReceived() {
  const { worker } = useMe()
  const place = `alongside.reception.${worker.id}`
  const [received, hold] = useState<Received>(() => kept(place))
  const change = (part: Partial<Received>) =>
    hold((before) => {
      const next = { ...before, ...part }
      keep(place, next)
      return next
    })
  const clear = () => {
    keep(place, null)
    hold(nobodyYet)
  }
  return { received, change, clear }
}

function kept(place: string): Received {
  try {
    return { ...nobodyYet, ...JSON.parse(sessionStorage.getItem(place) ?? '{}') }
  } catch {
    return nobodyYet
  }
}

function keep(place: string, received: Received | null) {
  try {
    if (received) sessionStorage.setItem(place, JSON.stringify(received))
    else sessionStorage.removeItem(place)
  } catch {
    // Full or forbidden: it is still on the screen.
  }
}

/** The sheet of a first contact as the desk holds it, in the shape that its fields ask for. */
export function deskSheet(
  value: InquirySheet,
  change: (sheet: InquirySheet) => void,
): Pick<DraftSheet<InquirySheet>, 'value' | 'set' | 'field'> {
  const set =
    <Key extends keyof InquirySheet>(key: Key) =>
    (given: InquirySheet[Key]) =>
      change({ ...value, [key]: given })
  return {
    value,
    set,
    field: (key) => ({ id: key, value: value[key], onChange: set(key), error: undefined }),
  }
}
