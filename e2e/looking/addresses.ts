import type { APIRequestContext } from '@playwright/test'
import { pages } from '#web/app/modules.ts'
import {
  everyCase,
  knownCrises,
  knownDesk,
  knownWaits,
  type Known,
  knownCases,
  knownEntries,
  knownInquiries,
  knownPeople,
  knownQuestionnaires,
  knownRecords,
  knownReferrals,
} from './known.ts'

/** One screen to look at: the path of its page, as routed, and where it stands. */
export type Address = Readonly<{ path: string; address: string }>

const parametersIn = (path: string) => [...path.matchAll(/:(\w+)/gu)].map(([, name]) => name ?? '')

const fits = (path: string, known: Known) =>
  parametersIn(path).toSorted().join() === Object.keys(known).toSorted().join()

const fill = (path: string, known: Known) =>
  path.replaceAll(/:(\w+)/gu, (_, name: string) => known[name] ?? '')

/**
 * Every page of the product, with what this worker may see on it: of one case of each kind, or of every case. A page
 * that shows nothing of theirs has no address.
 */
export async function addressesFor(
  request: APIRequestContext,
  of: 'each-kind' | 'every-case' = 'each-kind',
): Promise<Address[]> {
  const cases = await (of === 'every-case' ? everyCase : knownCases)(request)
  const [inquiries, entries, records, people, referrals, questionnaires] = await Promise.all([
    knownInquiries(request, of === 'every-case' ? 'every' : 'each-state'),
    knownEntries(request),
    knownRecords(request, cases),
    knownPeople(request, of === 'every-case' ? cases : cases.slice(0, 1)),
    knownReferrals(request),
    knownQuestionnaires(request),
  ])
  const fullest = cases.filter(({ stage }) => stage === 'closing' || stage === 'followup')
  const inRoom = (path: string) => {
    const due = cases.filter(({ place }) => path === `/cases/:caseId/${place}`)
    const every = path === '/cases/:caseId' || of === 'every-case'
    const chosen = every ? cases : [...fullest.slice(0, 1), ...due]
    return [...new Set(chosen.map(({ id }) => id))].map((caseId) => ({ caseId }))
  }
  const [troubled, waiting, handed] = await Promise.all([
    knownCrises(request),
    knownWaits(request),
    knownDesk(request),
  ])
  const known: Known[] = [
    {},
    ...inquiries,
    ...entries,
    ...records,
    ...people,
    ...referrals,
    ...questionnaires,
    ...handed,
    // A list that an agency changed, one that it may, and one that nobody changes.
    ...['caseSource', 'closingReason', 'attainmentLevel'].map((list) => ({ list })),
  ]
  /** A crisis and a wait are there only for some first contacts. */
  const knownFor = (path: string) =>
    path.endsWith('/crisis') ? troubled : path === '/inquiries/:inquiryId/wait' ? waiting : known
  return pages
    .filter(({ open }) => !open)
    .flatMap(({ path }) =>
      [
        ...knownFor(path).filter((one) => fits(path, one)),
        ...(parametersIn(path).join() === 'caseId' ? inRoom(path) : []),
      ].map((one) => ({ path, address: fill(path, one) })),
    )
}
