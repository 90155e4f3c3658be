import type { Bundle, Composition, Consent, Resource, ServiceRequest } from '@medplum/fhirtypes'
import type { Annotation, Organization, Patient, PractitionerRole, Task } from '@medplum/fhirtypes'
import type { ReferralPackage } from '#contract/sharing.ts'
import { labelOfCode } from '#server/documents/index.ts'
import { say } from './fhir-words.ts'
import { narrativeOf } from './narrative.ts'
import { idsOf, patientOf, receiverOf, referenceTo, senderOf } from './parties.ts'
import { priorityOf, requestStatusOf } from './states.ts'
import { ownCoding, ownConcept, ownSystem, restricted, systems } from './systems.ts'
import { type Standing, taskOf } from './task.ts'

/** What was sent, as it lies there, with its fingerprint. */
export type Sent = Readonly<{ contents: ReferralPackage; hash: string }>

/** What is asked of the receiver. Its texts are those of the package, and so are its codes. */
export function serviceRequestOf(standing: Standing, { contents }: Sent): ServiceRequest {
  const { id, language, state } = standing
  const ids = idsOf(id)
  const { accompaniment, kind, reason, urgency, sensitiveKinds, withoutConsent } = contents
  return {
    resourceType: 'ServiceRequest',
    id,
    meta: {
      versionId: String(standing.version),
      lastUpdated: standing.movedAt.toISOString(),
      security: [restricted, ...sensitiveKinds.map((one) => ownCoding('sensitiveKind', one, language))],
    },
    language,
    identifier: [{ system: systems.uri, value: `urn:uuid:${id}` }],
    status: requestStatusOf[state],
    intent: 'order',
    category: [ownConcept('referralKind', kind, language)],
    priority: priorityOf[urgency],
    code: { text: contents.serviceNeeded },
    ...(accompaniment === null
      ? {}
      : { orderDetail: [ownConcept('accompaniment', accompaniment, language)] }),
    subject: referenceTo<Patient>('Patient', ids.patient),
    authoredOn: standing.sentAt.toISOString(),
    requester: referenceTo<PractitionerRole>('PractitionerRole', ids.sender),
    performer: [referenceTo<Organization>('Organization', ids.to)],
    reasonCode: [ownConcept('referralReason', reason, language)],
    supportingInfo: [
      referenceTo<Composition>('Composition', ids.contents),
      ...(withoutConsent ? [] : [referenceTo<Consent>('Consent', ids.consent)]),
    ],
    note: notesOf(standing, contents),
  }
}

function notesOf({ language }: Standing, { summary, done, expectation, withoutConsent }: ReferralPackage) {
  const note = (word: Parameters<typeof say>[0], text: string): Annotation[] =>
    /\S/u.test(text) ? [{ text: `${say(word, language)}: ${text}` }] : []
  const grounds = (withoutConsent ?? []).map((ground) => labelOfCode('exceptionGround', ground, language))
  return [
    ...note('summary', summary),
    ...note('done', done),
    ...note('expectation', expectation),
    ...note('withoutConsent', grounds.join(' · ')),
  ]
}

/** The shared sections of the case file as a document that people read, with the fingerprint of what was sent. */
export function contentsOf({ language, sentAt }: Standing, { contents, hash }: Sent): Composition {
  const ids = idsOf(contents.referralId)
  const sections = contents.sections.map((section) => ({
    title: labelOfCode('fileSection', section.section, language),
    code: ownConcept('fileSection', section.section, language),
    text: narrativeOf(section, language),
  }))
  return {
    resourceType: 'Composition',
    id: ids.contents,
    meta: { security: [restricted] },
    language,
    identifier: { system: ownSystem('package-sha256'), value: hash },
    status: 'final',
    type: { coding: [{ system: systems.loinc, code: '57133-1', display: 'Referral note' }] },
    subject: referenceTo<Patient>('Patient', ids.patient),
    date: sentAt.toISOString(),
    author: [referenceTo<PractitionerRole>('PractitionerRole', ids.sender)],
    title: say('title', language),
    confidentiality: 'R',
    custodian: referenceTo<Organization>('Organization', ids.from),
    ...(sections.length === 0 ? {} : { section: sections }),
  }
}

/** That the client agreed, and to what: the sections that are in the package, to this receiver, and nothing more. */
function consentOf({ language }: Standing, { contents }: Sent): Consent {
  const ids = idsOf(contents.referralId)
  return {
    resourceType: 'Consent',
    id: ids.consent,
    meta: { security: [restricted] },
    language,
    status: 'active',
    scope: { coding: [{ system: systems.consentScope, code: 'patient-privacy' }] },
    category: [{ coding: [{ system: systems.actCode, code: 'IDSCL' }] }],
    patient: referenceTo<Patient>('Patient', ids.patient),
    organization: [referenceTo<Organization>('Organization', ids.from)],
    policyRule: { text: say('consent', language) },
    provision: {
      type: 'permit',
      actor: [
        {
          role: { coding: [{ system: systems.participation, code: 'IRCP' }] },
          reference: referenceTo<Organization>('Organization', ids.to),
        },
      ],
      class: contents.sections.map(({ section }) => ownCoding('fileSection', section, language)),
    },
  }
}

const entryOf = <Kind extends Resource>(base: string, resource: Kind) => ({
  fullUrl: `${base}/${resource.resourceType}/${resource.id ?? ''}`,
  resource,
})

/**
 * One referral, whole: what is asked, how it stands, and exactly what was shared.
 * @param base the address of this server’s FHIR interface
 */
export function bundleOf(standing: Standing, sent: Sent, base: string): Bundle {
  const { contents } = sent
  const resources: Resource[] = [
    serviceRequestOf(standing, sent),
    taskOf(standing),
    patientOf(contents, standing.language),
    ...senderOf(contents),
    receiverOf(contents),
    ...(contents.withoutConsent ? [] : [consentOf(standing, sent)]),
    contentsOf(standing, sent),
  ]
  return {
    resourceType: 'Bundle',
    id: standing.id,
    meta: {
      versionId: String(standing.version),
      lastUpdated: standing.movedAt.toISOString(),
      security: [restricted],
    },
    language: standing.language,
    identifier: { system: systems.uri, value: `urn:uuid:${standing.id}` },
    type: 'collection',
    timestamp: standing.movedAt.toISOString(),
    entry: resources.map((resource) => entryOf(base, resource)),
  }
}

/** One page of tasks, as a search answers. */
export function searchsetOf(
  standings: readonly Standing[],
  { base, self, next }: Readonly<{ base: string; self: string; next: string | null }>,
): Bundle<Task> {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    link: [
      { relation: 'self', url: self },
      ...(next === null ? [] : [{ relation: 'next' as const, url: next }]),
    ],
    ...(standings.length === 0
      ? {}
      : {
          entry: standings.map((one) => ({
            ...entryOf(base, taskOf(one)),
            search: { mode: 'match' as const },
          })),
        }),
  }
}
