import { birthDatePrecision, legalCapacity } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'
import { agencyTimeZone, dayOf } from '#server/kernel/days.ts'
import { legalCapacityOn } from '#server/people/index.ts'
import type { CaseFacts, CaseFileFacts, CircumstancesFacts, ClientFacts, HeaderFacts } from '../case-facts.ts'
import type { CaseRow, RelativeRow } from './case.queries.ts'
import { contentWords, lateWords } from './contents.words.ts'
import { codedAll, codedOrNull, textOrNull } from './text.ts'

/** The head of every form. `formDate` is the day the form to be printed was filled in, `site` where the case was opened. */
export const headerFacts = (row: CaseRow, formDate: string | null, site: string | null): HeaderFacts => ({
  agency: row.agency,
  site,
  caseNumber: row.number,
  client: row.name,
  caseManager: row.caseManager,
  supervisor: row.supervisor,
  formDate,
  confidentiality: codedOrNull('confidentiality', row.confidentiality),
})

/** A birth date as exactly as it is known. */
const birthText = (date: string | null, precision = 'day') =>
  date === null ? null : date.slice(0, { day: 10, month: 7 }[precision] ?? 4)

/** An identity number with its middle hidden: a form travels further than a screen. */
const masked = (number: string | null) =>
  number === null
    ? null
    : `${number.slice(0, 3)}${'*'.repeat(Math.max(0, number.length - 7))}${number.slice(-4)}`

/** Legal capacity on the day of the print: it follows from the age, and from a finding that narrows it. */
function capacityOf(row: CaseRow, now: Date) {
  const precision = birthDatePrecision.schema.parse(row.birthPrecision)
  const found = legalCapacity.schema.parse(row.legalCapacity)
  return legalCapacityOn(dayOf(now), {
    birth: row.birthDate === null ? null : { date: row.birthDate, precision },
    livesOnOwnWork: false,
    assessed: found === 'full' ? null : found,
  })
}

/** The person served. What later parts of the product will ask for stays an empty line. */
export const clientFacts = (row: CaseRow, relatives: readonly RelativeRow[], now: Date): ClientFacts => ({
  name: row.name,
  otherNames: textOrNull(row.otherNames),
  sex: codedOrNull('sex', row.sex),
  birthDate: birthText(row.birthDate, row.birthPrecision),
  idType: row.idNumber === null ? null : codedOrNull('identityDocumentKind', 'identity-card'),
  idNumber: masked(row.idNumber),
  nativePlace: null,
  ethnicGroup: null,
  registeredAddress: null,
  address: textOrNull(row.address),
  phone: textOrNull(row.phone),
  safeContact: textOrNull(row.safeContact),
  education: null,
  maritalStatus: null,
  occupation: textOrNull(row.schoolOrWork),
  income: null,
  livingSituation: null,
  benefits: [],
  legalCapacity: codedOrNull('legalCapacity', capacityOf(row, now)),
  guardians: relatives
    .filter(({ guardian }) => guardian)
    .map(({ name, kind, idNumber, phone, proof }) => ({
      name,
      relation: codedOrNull('familyRelation', kind),
      idNumber: masked(idNumber),
      phone: textOrNull(phone),
      proof: textOrNull(proof),
    })),
  emergencyContacts: relatives
    .filter(({ caregiver, phone }) => caregiver && textOrNull(phone) !== null)
    .map(({ name, kind, phone }) => ({
      name,
      relation: codedOrNull('familyRelation', kind),
      phone: textOrNull(phone),
    })),
})

/** How the client lives, as far as the people module knows. */
export const circumstancesFacts = (
  relatives: readonly RelativeRow[],
  health: string | null,
): CircumstancesFacts => ({
  family: relatives.map(({ name, kind, sex, birthDate, schoolOrWork, livesTogether }) => ({
    name,
    relation: codedOrNull('familyRelation', kind),
    sex: codedOrNull('sex', sex),
    birthDate,
    education: null,
    occupation: textOrNull(schoolOrWork),
    health: null,
    benefits: [],
    livesTogether,
  })),
  finances: null,
  housing: null,
  health,
  abilities: null,
  legal: null,
  lifeHistory: [],
  formalSupport: [],
  informalSupport: [],
  resources: [],
})

type Contents = readonly { kind: string; signedAt: Date; late: boolean }[]

/** The file itself, with the list of what lies in it, in the language of the print. */
export const caseFileFacts = (row: CaseRow, contents: Contents, language: Language): CaseFileFacts => ({
  openedOn: dayOf(row.openedAt),
  fields: codedAll('serviceField', row.serviceFields),
  groups: codedAll('clientGroup', row.clientGroups),
  grade: null,
  professionals: [
    {
      agency: row.agency,
      name: row.caseManager,
      role: null,
      contact: null,
      period: { from: dayOf(row.openedAt), until: null },
    },
  ],
  contents: contents.map(({ kind, signedAt, late }) => ({
    document: `${contentWords[kind]?.[language] ?? kind}${late ? lateWords[language] : ''}`,
    date: dayOf(signedAt),
    pages: null,
  })),
  closedOn: row.closedAt && dayOf(row.closedAt),
  keepUntil: row.keepUntil,
  location: null,
  archiveNumber: null,
  archiveClass: null,
  pages: null,
})

/** What is the same for every print. */
export const printFacts = (now: Date): Pick<CaseFacts, 'timeZone' | 'printedAt'> => ({
  timeZone: agencyTimeZone,
  printedAt: now.toISOString(),
})
