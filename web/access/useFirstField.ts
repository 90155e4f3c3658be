import { useEffect, useRef } from 'react'

/** Puts the cursor into the first field of a step that took the place of another one. */
export function useFirstField() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  return place
}
