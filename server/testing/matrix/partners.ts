import type { ListAsked } from './asked.ts'

const fhir = '/api/fhir/R4'

/** Partners and their credentials are the administrator’s; what was sent to a partner is for the program that has its credential. */
export const aboutPartners = (stranger: string): readonly ListAsked[] => [
  { method: 'GET', address: '/api/partners', operation: 'partner.list', shows: () => false },
  {
    method: 'POST',
    address: '/api/partners',
    // There is one of this name already.
    payload: { id: stranger, name: 'X' },
    operation: 'partner.add',
    shows: null,
    writes: true,
  },
  {
    method: 'POST',
    address: `/api/partners/${stranger}/credentials`,
    url: '/api/partners/:partnerId/credentials',
    payload: { id: stranger, days: 1 },
    operation: 'partner.issue',
    shows: null,
  },
  {
    method: 'PUT',
    address: `/api/partners/${stranger}/credentials/${stranger}/ending`,
    url: '/api/partners/:partnerId/credentials/:credentialId/ending',
    payload: {},
    operation: 'partner.revoke',
    shows: null,
    absent: true,
  },
  { method: 'GET', address: `${fhir}/Task`, operation: 'partner-referral.list', shows: () => false },
  ...['Task', 'ServiceRequest', 'Bundle'].map((noun) => ({
    method: 'GET',
    address: `${fhir}/${noun}/${stranger}`,
    url: `${fhir}/${noun}/:referralId`,
    operation: 'partner-referral.read',
    shows: null,
    absent: true as const,
  })),
  {
    method: 'PUT',
    address: `${fhir}/Task/${stranger}`,
    url: `${fhir}/Task/:referralId`,
    payload: { resourceType: 'Task', id: stranger, status: 'accepted' },
    operation: 'partner-referral.answer',
    shows: null,
    absent: true,
    writes: true,
  },
]
