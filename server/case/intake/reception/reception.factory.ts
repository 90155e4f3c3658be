import { randomUUID } from 'node:crypto'
import type { NewLeaflet, NewOutreach, ReceiveContact } from '#contract/case/reception.ts'
import { aSheet } from '../inquiry/inquiry.factory.ts'

/** A whole first contact as the desk sends it: a grandmother on the telephone, nobody in danger. */
export const aReception = (but: Partial<ReceiveContact> = {}): ReceiveContact => ({
  id: randomUUID(),
  outcome: 'registered',
  sheet: aSheet(),
  emergency: { emergency: false, reason: '孩子在家，奶奶陪着。', dangerKinds: [] },
  outreachId: null,
  given: { leafletIds: [], entryIds: [], words: '' },
  ...but,
})

/** A leaflet in three languages. */
export const aLeaflet = (but: Partial<NewLeaflet> = {}): NewLeaflet => ({
  id: randomUUID(),
  title: {
    'zh-CN': '临时救助怎么申请',
    en: 'How to ask for temporary aid',
    ru: 'Как получить временную помощь',
  },
  words: {
    'zh-CN': '带身份证到社区。',
    en: 'Bring your ID to the community office.',
    ru: 'Возьмите паспорт.',
  },
  active: true,
  ...but,
})

/** An afternoon in a park. */
export const anOutreach = (workerIds: readonly string[], but: Partial<NewOutreach> = {}): NewOutreach => ({
  id: randomUUID(),
  heldOn: '2026-03-01',
  place: '黄河边公园',
  purpose: '认识露宿的人',
  workerIds: [...workerIds],
  peopleMet: 12,
  note: '',
  ...but,
})
