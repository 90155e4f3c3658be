import type { Story } from '../story.ts'
import { anningCases } from './anning-cases.ts'
import { anningContacts } from './anning-contacts.ts'
import { elder } from './anning-elder.ts'
import { grandmother } from './anning-grandmother.ts'
import { recovery } from './anning-recovery.ts'
import { reviews } from './anning-reviews.ts'
import { returned } from './anning-returned.ts'
import { school } from './anning-school.ts'
import { withSources } from './collected.ts'
import { harbourCases } from './harbour-cases.ts'
import { harbourContacts } from './harbour-contacts.ts'
import { leaving } from './harbour-leaving.ts'
import { ryadomCases } from './ryadom-cases.ts'
import { ryadomContacts } from './ryadom-contacts.ts'
import { home } from './ryadom-home.ts'
import { mother } from './ryadom-mother.ts'
import { comeBack } from './ryadom-return.ts'

const stories: Readonly<Record<string, readonly Story[]>> = {
  anning: [grandmother, recovery, school, elder, returned, ...reviews, ...anningCases, ...anningContacts],
  ryadom: [withSources(home), comeBack, mother, ...ryadomCases, ...ryadomContacts],
  harbour: [leaving, ...harbourCases, ...harbourContacts],
}

/** The stories of an agency of the demo. */
export const storiesOf = (agency: string) => stories[agency] ?? []
