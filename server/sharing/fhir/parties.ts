import type { Organization, Patient, PractitionerRole, Reference, Resource } from '@medplum/fhirtypes'
import type { Language } from '#contract/language.ts'
import type { PackageRow, ReferralPackage } from '#contract/sharing.ts'
import { restricted } from './systems.ts'

/**
 * The ids of what belongs to one referral. All are made of the referral’s own: the id of the client, the agency or a worker
 * would let two receivers find out that they know the same person.
 */
export const idsOf = (referralId: string) => ({
  patient: `${referralId}-client`,
  from: `${referralId}-from`,
  sender: `${referralId}-sender`,
  to: `${referralId}-to`,
  consent: `${referralId}-consent`,
  contents: `${referralId}-contents`,
})

/** A reference inside the bundle of the referral. */
export const referenceTo = <Type extends Resource>(
  type: Type['resourceType'],
  id: string,
): Reference<Type> => ({
  reference: `${type}/${id}`,
  type,
})

/** GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated (interop-privacy, F3). */
const genderOf: Readonly<Record<string, Patient['gender']>> = { '1': 'male', '2': 'female' }

const rowsOf = ({ sections }: ReferralPackage, section: string): readonly PackageRow[] =>
  sections.find((one) => one.section === section)?.rows ?? []

function firstOf(rows: readonly PackageRow[], line: PackageRow['line']): string | undefined {
  const value = rows.find((row) => row.line === line)?.values[0]
  if (!value) return undefined
  if (value.kind === 'text') return value.text
  return value.kind === 'date' ? value.date : value.code
}

/**
 * The client, as far as the package shows them: a person without a name where identity is not shared. Where the package says
 * how to reach them safely, telephone and address stand in its text only, beside that sentence: a field could be dialled by
 * a program that never read it.
 */
export function patientOf(contents: ReferralPackage, language: Language): Patient {
  const identity = rowsOf(contents, 'identity')
  const contact = rowsOf(contents, 'contact')
  const [name, birth] = [firstOf(identity, 'name'), firstOf(identity, 'birth')]
  const isSafe = firstOf(contact, 'safe-contact') === undefined
  const phone = isSafe ? firstOf(contact, 'phone') : undefined
  const address = isSafe ? firstOf(contact, 'address') : undefined
  const spoken = firstOf(identity, 'language')
  return {
    resourceType: 'Patient',
    id: idsOf(contents.referralId).patient,
    meta: { security: [restricted] },
    language,
    ...(name === undefined ? {} : { name: [{ text: name }] }),
    ...(identity.length === 0 ? {} : { gender: genderOf[firstOf(identity, 'sex') ?? ''] ?? 'unknown' }),
    ...(birth === undefined ? {} : { birthDate: birth }),
    ...(phone === undefined ? {} : { telecom: [{ system: 'phone', value: phone }] }),
    ...(address === undefined ? {} : { address: [{ text: address }] }),
    ...(spoken === undefined ? {} : { communication: [{ language: { text: spoken } }] }),
  }
}

/** Who sends it: the agency, and the worker in its name. */
export function senderOf({ referralId, from }: ReferralPackage): [Organization, PractitionerRole] {
  const ids = idsOf(referralId)
  return [
    { resourceType: 'Organization', id: ids.from, active: true, name: from.agency },
    {
      resourceType: 'PractitionerRole',
      id: ids.sender,
      practitioner: { display: from.worker },
      organization: { ...referenceTo<Organization>('Organization', ids.from), display: from.agency },
    },
  ]
}

/** To whom it goes, and whom to ask for there. */
export const receiverOf = ({ referralId, to }: ReferralPackage): Organization => ({
  resourceType: 'Organization',
  id: idsOf(referralId).to,
  active: true,
  name: to.name,
  ...(to.contact.trim() === '' ? {} : { contact: [{ name: { text: to.contact } }] }),
})
