import { aboutDivisions } from './division-rows.ts'
import type { World } from '../world.ts'
import type { ListAsked } from './asked.ts'

const inThree = { 'zh-CN': 'X', en: 'X', ru: 'X' }
const leaflet = { title: inThree, words: inThree, active: true }
const outreach = { heldOn: '2026-03-01', place: 'X', purpose: 'X', peopleMet: 1, note: '' }

const sheet = {
  channel: 'phone',
  source: null,
  helpType: null,
  clientType: 'voluntary',
  involuntaryGround: null,
  resistance: '',
  callerId: null,
  clientId: null,
  callerRelation: null,
  referrerName: '',
  referrerReason: '',
  willingness: null,
  situation: '',
  trouble: '',
  toldItems: [],
  toldLanguage: null,
  noticeGround: null,
  emotionalSupport: '',
}

/** A leaflet that is there already: whoever may write one is stopped by it. Its id is that of its writer. */
export const aLeafletThere = (world: World, agencyId: string, id: string, writer: string) =>
  world.rows(
    `insert into leaflets (agency_id, id, title_zh, title_en, title_ru, words_zh, words_en, words_ru, written_by, written_at)
     values ($1, $2, 'X', 'X', 'X', 'X', 'X', 'X', $3, now()) on conflict do nothing`,
    [agencyId, id, writer],
  )

/** The forms that are filled by hand at reception: of nobody. */
export const aboutBlankForms: readonly ListAsked[] = [
  {
    method: 'GET',
    address: '/api/blank-forms/F01?language=en',
    url: '/api/blank-forms/:blankFormId',
    operation: 'blank-form.print',
    shows: () => false,
  },
  {
    method: 'GET',
    address: '/api/blank-forms/F01/file?language=en&format=docx',
    url: '/api/blank-forms/:blankFormId/file',
    operation: 'blank-form.print',
    shows: () => false,
  },
]

/** The desk beside the first contacts themselves: what is received is not judged, and whoever went out is a stranger. */
export const aboutReception = (stranger: string, leafletId: string): readonly ListAsked[] => [
  { method: 'GET', address: '/api/inquiries/counts', operation: 'inquiry.list', shows: () => false },
  {
    method: 'POST',
    address: '/api/receptions',
    payload: {
      id: stranger,
      outcome: 'registered',
      sheet,
      emergency: null,
      outreachId: null,
      given: { leafletIds: [], entryIds: [], words: '' },
    },
    operation: 'inquiry.open',
    shows: null,
  },
  {
    method: 'GET',
    address: '/api/outreach-events?limit=100',
    operation: 'outreach.list',
    shows: () => false,
  },
  {
    method: 'POST',
    address: '/api/outreach-events',
    payload: { id: stranger, workerIds: [stranger], ...outreach },
    operation: 'outreach.record',
    shows: null,
  },
  ...absent('GET', 'outreach-events', stranger, 'outreachId', 'outreach.list'),
  ...absent('PUT', 'outreach-events', stranger, 'outreachId', 'outreach.record', {
    ...outreach,
    workerIds: [stranger],
  }),
  { method: 'GET', address: '/api/leaflets?limit=100', operation: 'leaflet.list', shows: () => false },
  {
    method: 'POST',
    address: '/api/leaflets',
    payload: { id: leafletId, ...leaflet },
    operation: 'leaflet.write',
    shows: null,
  },
  {
    method: 'GET',
    address: '/api/web-requests?limit=100',
    operation: 'web-request.list',
    shows: () => false,
  },
  ...absentNoun('web-requests', stranger, '/taking', { inquiryId: stranger }),
  ...absentNoun('web-requests', stranger, '/setting-aside', { reason: 'X' }),
  { method: 'GET', address: '/api/agency/web-form', operation: 'web-form.read', shows: () => false },
  {
    method: 'PUT',
    address: '/api/agency/web-form',
    payload: { open: true, emergencyNumbers: '110', leaveTo: 'https://www.example.com/' },
    operation: 'web-form.change',
    shows: null,
  },
  { method: 'GET', address: '/api/divisions', operation: 'division.list', shows: () => false },
  ...aboutDivisions(stranger),
  { method: 'GET', address: '/api/waits?limit=100', operation: 'inquiry.list', shows: () => false },
  ...absent('GET', 'leaflets', stranger, 'leafletId', 'leaflet.list'),
  ...absent('PUT', 'leaflets', stranger, 'leafletId', 'leaflet.write', leaflet),
]

const absentNoun = (folder: string, id: string, noun: string, payload: object): ListAsked[] => [
  {
    method: 'PUT',
    address: `/api/${folder}/${id}${noun}`,
    url: `/api/${folder}/:requestId${noun}`,
    operation: 'web-request.handle',
    shows: null,
    absent: true,
    payload,
  },
]

function absent(
  method: string,
  folder: string,
  id: string,
  parameter: string,
  operation: string,
  payload?: object,
): ListAsked[] {
  const asked = { method, address: `/api/${folder}/${id}`, url: `/api/${folder}/:${parameter}` }
  return [{ ...asked, operation, shows: null, absent: true as const, ...(payload ? { payload } : {}) }]
}
