import type { InquirySheet } from '#contract/case/intake.ts'
import type { ReceiveContact, ReceptionOutcome } from '#contract/case/reception.ts'
import type { DangerKind } from '#contract/codes/index.ts'

/** What stands on the one screen of the desk while somebody is on the line. */
export type Received = Readonly<{
  /** Made by the screen and kept over refusals and reloads, so that a retry receives nobody twice. */
  id: string
  sheet: InquirySheet
  danger: boolean | null
  dangerReason: string
  dangerKinds: readonly DangerKind[]
  wants: 'information' | 'help' | null
  leafletIds: readonly string[]
  entries: readonly Readonly<{ id: string; name: string }>[]
  words: string
  outreachId: string | null
}>

/** An empty desk. */
export const nobodyYet = (): Received => ({
  id: crypto.randomUUID(),
  sheet: {
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
  },
  danger: null,
  dangerReason: '',
  dangerKinds: [],
  wants: null,
  leafletIds: [],
  entries: [],
  words: '',
  outreachId: null,
})

/** What is sent. A draft may be sent before the danger was judged; nothing else. */
export function receivedAs(received: Received, outcome: ReceptionOutcome): ReceiveContact {
  const { id, danger, dangerReason, dangerKinds, leafletIds, entries, words, sheet, outreachId } = received
  const judged = danger === null || (outcome === 'draft' && dangerReason.trim() === '') ? null : danger
  return {
    id,
    outcome,
    sheet,
    emergency:
      judged === null
        ? null
        : { emergency: judged, reason: dangerReason, dangerKinds: judged ? [...dangerKinds] : [] },
    outreachId,
    given: { leafletIds: [...leafletIds], entryIds: entries.map((entry) => entry.id), words },
  }
}
