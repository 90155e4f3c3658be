/**
 * Brings a field of a sheet into view and puts the cursor there, opening whatever is folded around it.
 * Where the path itself has no element, the nearest one above it is taken (`goals.0.smart` → `goals.0` → `goals`).
 */
export function goToField(path: string): void {
  const place = placeOf(path)
  if (!place) return
  for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
  const control = place.matches('input, textarea, select')
    ? place
    : place.querySelector('input, textarea, select, button')
  place.scrollIntoView({ block: 'center' })
  if (control instanceof HTMLElement) control.focus({ preventScroll: true })
  else place.focus({ preventScroll: true })
}

function placeOf(path: string): HTMLElement | null {
  const found = document.getElementById(path) ?? document.querySelector<HTMLElement>(`[id^="${path}-of-"]`)
  if (found) return found
  return path.includes('.') ? placeOf(path.slice(0, path.lastIndexOf('.'))) : document.getElementById('goals')
}
