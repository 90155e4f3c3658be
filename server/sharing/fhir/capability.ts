import type { CapabilityStatement } from '@medplum/fhirtypes'

/** What this interface can do, for whoever connects to it (GET metadata). */
export const capabilityOf = (base: string): CapabilityStatement => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-11-29',
  kind: 'instance',
  software: { name: 'Alongside' },
  implementation: {
    description: 'Referrals to a partner agency, read and answered by its own program',
    url: base,
  },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      security: {
        description:
          'Authorization: Bearer with the credential that the agency’s administrator issued to the partner. It is shown once, runs out, and can be taken back at any moment.',
      },
      resource: [
        {
          type: 'Task',
          documentation:
            'The referrals sent to the partner. PUT answers one: received, accepted, rejected (statusReason.text), in-progress (executionPeriod.start), on-hold (statusReason.text), completed (output.valueString), failed (statusReason.text). businessStatus is a code of urn:alongside:referralState; client-confirmed is a completed task of which the client said that the help arrived.',
          interaction: [{ code: 'read' }, { code: 'search-type' }, { code: 'update' }],
          versioning: 'versioned-update',
          readHistory: false,
          updateCreate: false,
          searchParam: [{ name: 'status', type: 'token' }],
        },
        { type: 'ServiceRequest', interaction: [{ code: 'read' }], versioning: 'versioned' },
        {
          type: 'Bundle',
          documentation:
            'One referral whole, under the id of its task: every reference of it resolves in here.',
          interaction: [{ code: 'read' }],
          versioning: 'versioned',
        },
      ],
    },
  ],
})
