const place = 'alongside.tab'

/**
 * A name for this tab that it keeps over a reload. It lies in the tab's own storage only while the page is away, so that a tab
 * that is doubled gets another one; after a crash it is another one too.
 */
export function nameOfTab(): string {
  const name = kept() ?? crypto.randomUUID().slice(0, 8)
  window.addEventListener('pagehide', () => put(name))
  window.addEventListener('pageshow', () => void kept())
  return name
}

/** Takes what a page that went away left. */
function kept(): string | null {
  try {
    const name = sessionStorage.getItem(place)
    sessionStorage.removeItem(place)
    return name
  } catch {
    return null
  }
}

function put(name: string): void {
  try {
    sessionStorage.setItem(place, name)
  } catch {
    // Forbidden: the next page of this tab has another name, and finds what lies here under this one.
  }
}
