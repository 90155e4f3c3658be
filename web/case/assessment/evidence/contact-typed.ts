import type { RecordCollectionContact } from '#contract/case/evidence.ts'

/** A visit or consultation while it is written: what is not chosen yet is null. */
export type ContactTyped = Omit<RecordCollectionContact, 'kind' | 'heldOn'> & {
  kind: RecordCollectionContact['kind'] | null
  heldOn: string | null
}

export const noContact = (today: string): ContactTyped => ({
  id: crypto.randomUUID(),
  kind: null,
  heldOn: today,
  place: '',
  met: '',
  findings: '',
  sensitiveKinds: [],
  profession: '',
  question: '',
  named: false,
  receiverKind: null,
})

/** The contact as it is sent, or null while something is missing; what only a consultation asks is left out of a visit. */
export function contactFrom({ kind, heldOn, ...typed }: ContactTyped): RecordCollectionContact | null {
  const says = (text: string) => text.trim() !== ''
  if (kind === null || heldOn === null || !says(typed.met) || !says(typed.findings)) return null
  if (kind !== 'consultation')
    return { ...typed, kind, heldOn, profession: '', question: '', named: false, receiverKind: null }
  if (!says(typed.profession) || !says(typed.question)) return null
  if (typed.named && typed.receiverKind === null) return null
  return { ...typed, kind, heldOn, receiverKind: typed.named ? typed.receiverKind : null }
}
