import type { ListAsked } from './asked.ts'
import { seesCase } from './oracle.ts'

const received = '/api/received-referrals'
const standing = (id: string, noun = '') => ({
  address: `${received}/${id}${noun}`,
  url: `${received}/:receivedReferralId${noun}`,
})

/** Referrals: those of one's agency show whose case one sees; what came in speaks of no case, and what is asked about here did not come in. */
export const aboutSharing = (stranger: string): readonly ListAsked[] => [
  {
    method: 'GET',
    address: '/api/referrals?show=draft&limit=100',
    operation: 'referral.list',
    // A head answers for what they see, everybody else for what they wrote; these drafts are the manager's.
    shows: (member, one) =>
      seesCase(member, one) && (member.role === 'agency-head' || member.relation === 'manager'),
  },
  { method: 'GET', address: '/api/referral-receivers', operation: 'referral.list', shows: () => false },
  { method: 'GET', address: received, operation: 'received-referral.list', shows: () => false },
  {
    method: 'GET',
    ...standing(stranger),
    operation: 'received-referral.read',
    shows: null,
    absent: true,
  },
  { method: 'GET', address: '/api/link/referral', operation: 'linked-referral.read', shows: null },
  {
    method: 'PUT',
    address: '/api/link/referral/step',
    payload: { move: 'receive', words: '', on: null },
    operation: 'linked-referral.answer',
    shows: null,
    writes: true,
  },
  { method: 'GET', address: '/api/link/paper', operation: 'linked-paper.read', shows: null },
  {
    method: 'PUT',
    address: '/api/link/paper/answer',
    payload: { linkId: stranger, purpose: 'questionnaire', language: 'en', answers: {} },
    operation: 'linked-paper.answer',
    shows: null,
    writes: true,
  },
  {
    method: 'PUT',
    ...standing(stranger, '/step'),
    payload: { move: 'receive', words: '', on: null, inquiryId: null },
    operation: 'received-referral.answer',
    shows: null,
    absent: true,
  },
]
