import type { Story } from '../story.ts'
import { anningContacts } from './anning-contacts.ts'
import { elder } from './anning-elder.ts'
import { grandmother } from './anning-grandmother.ts'
import { recovery } from './anning-recovery.ts'
import { reviews } from './anning-reviews.ts'
import { school } from './anning-school.ts'
import { home } from './ryadom-home.ts'

const stories: Readonly<Record<string, readonly Story[]>> = {
  anning: [grandmother, recovery, school, elder, ...reviews, ...anningContacts],
  ryadom: [home],
}

/** The stories of an agency of the demo. */
export const storiesOf = (agency: string) => stories[agency] ?? []
