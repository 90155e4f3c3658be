import type { Story } from '../story.ts'
import { anningContacts } from './anning-contacts.ts'

const stories: Readonly<Record<string, readonly Story[]>> = {
  anning: [...anningContacts],
}

/** The stories of an agency of the demo. */
export const storiesOf = (agency: string) => stories[agency] ?? []
