import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Moves the focus between a search box and the buttons below it by the arrow keys. Enter in the box goes to the first
 * button instead of sending the sheet around it.
 */
export function moveByArrows(pressed: KeyboardEvent) {
  const inBox = pressed.target instanceof HTMLInputElement
  const step = inBox && pressed.key === 'Enter' ? 1 : steps[pressed.key]
  if (step === undefined || pressed.nativeEvent.isComposing) return
  const stops = Array.from(pressed.currentTarget.querySelectorAll<HTMLElement>('input, button'))
  const at = stops.findIndex((stop) => stop === document.activeElement)
  pressed.preventDefault()
  stops[at + step]?.focus()
}
