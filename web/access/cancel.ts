/** The way back out of a form, in its own words. */
export type Cancel = { label: string; act: () => void }
