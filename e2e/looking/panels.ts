import { followupWords } from '#web/case/followup/followup.words.ts'
import { reporterWords } from '#web/case/intake/inquiry/reporter.words.ts'
import { calendarWords } from '#web/calendar/calendar.words.ts'
import { outlineWords } from '#web/case/intake/outline/outline.words.ts'
import { evidenceWords } from '#web/case/assessment/evidence/evidence.words.ts'
import { recordWords } from '#web/case/assessment/evidence/record.words.ts'
import { fileCopiesWords } from '#web/file-copies/file-copies.words.ts'
import { consentWords } from '#web/consent/consent.words.ts'
import { peoplePageWords } from '#web/people/people-page.words.ts'
import { personWords } from '#web/people/person.words.ts'
import { relativesWords } from '#web/people/relatives.words.ts'
import type { Teller } from '../telling/teller.ts'

/** A part of a page that opens in its place, and the button that opens it. */
export type PanelOpening = Readonly<{
  name: string
  path: string
  button: (teller: Teller) => string | RegExp
}>

/** What a worker opens inside a page: sheets that are not there before. */
export const panelsOfWorkers: readonly PanelOpening[] = [
  { name: 'new person', path: '/people', button: ({ words }) => words(peoplePageWords)('record') },
  { name: 'person', path: '/people/:personId', button: ({ words }) => words(personWords)('edit') },
  {
    name: 'reporter',
    path: '/inquiries/:inquiryId',
    button: ({ words }) => words(reporterWords)('protect'),
  },
  { name: 'new relation', path: '/people/:personId', button: ({ words }) => words(relativesWords)('add') },
  {
    name: 'relation',
    path: '/people/:personId',
    // The button says with whom; any of them will do.
    button: ({ words }) => new RegExp(`^${words(relativesWords)('editOf', { name: '.+' })}$`, 'u'),
  },
  {
    name: 'appointment',
    path: '/cases/:caseId/appointments',
    button: ({ words }) => words(calendarWords)('book'),
  },
  { name: 'outline', path: '/interview-outlines', button: ({ words }) => words(outlineWords)('add') },
  { name: 'consent', path: '/cases/:caseId/consents', button: ({ words }) => words(consentWords)('give') },
  {
    name: 'copy of the file',
    path: '/cases/:caseId/file-copies',
    button: ({ words }) => words(fileCopiesWords)('ask'),
  },
  { name: 'finding', path: '/cases/:caseId/evidence', button: ({ words }) => words(evidenceWords)('add') },
  {
    name: 'source',
    path: '/cases/:caseId/evidence',
    button: ({ words }) => words(evidenceWords)('addSource'),
  },
  {
    name: 'visit',
    path: '/cases/:caseId/evidence/contacts',
    button: ({ words }) => words(recordWords)('addContact'),
  },
  {
    name: 'without consent',
    path: '/cases/:caseId/consents',
    button: ({ words }) => words(consentWords)('except'),
  },
  {
    name: 'follow-up',
    path: '/cases/:caseId/follow-up',
    button: ({ words }) => words(followupWords)('record'),
  },
]
