/** What this device remembers for the reader between visits. No record of a person is kept under these names. */
export type Preference = 'language' | 'theme' | 'text'

const place = (name: Preference) => `alongside.${name}`

/** A kept preference, or null; null too where the browser keeps nothing. */
export function kept(name: Preference): string | null {
  try {
    return localStorage.getItem(place(name))
  } catch {
    return null
  }
}

/** Keeps a preference; does nothing where the browser keeps nothing. */
export function keep(name: Preference, value: string): void {
  try {
    localStorage.setItem(place(name), value)
  } catch {
    // Private windows may refuse; the choice then lasts until the page is closed.
  }
}
