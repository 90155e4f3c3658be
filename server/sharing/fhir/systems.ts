import type { CodeableConcept, Coding } from '@medplum/fhirtypes'
import type { Language } from '#contract/language.ts'
import { labelOfCode } from '#server/documents/index.ts'

/** Our own code systems, for what FHIR has no codes for; one for each code list of the contract. */
export const ownSystem = (list: string) => `urn:alongside:${list}`

/** FHIR’s and HL7’s code systems that a referral uses. */
export const systems = {
  taskCode: 'http://hl7.org/fhir/CodeSystem/task-code',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  consentScope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  participation: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  loinc: 'http://loinc.org',
  uri: 'urn:ietf:rfc:3986',
} as const

/** A code of ours with its word in the reader’s language. */
export const ownCoding = (list: string, code: string, language: Language): Coding => ({
  system: ownSystem(list),
  code,
  display: labelOfCode(list, code, language),
})

export const ownConcept = (list: string, code: string, language: Language): CodeableConcept => ({
  coding: [ownCoding(list, code, language)],
  text: labelOfCode(list, code, language),
})

/** Everything here is about somebody in need: restricted, wherever it goes on (interop-privacy, E1). */
export const restricted: Coding = { system: systems.confidentiality, code: 'R' }
