import type {
  AddSource,
  RecordCollectionContact,
  RecordFinding,
  TakeBackSource,
} from '#contract/case/evidence.ts'
import type { SensitiveKind, SourceStance } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Check, says, whole } from '#server/kernel/whole.ts'

/** A source as the rules see it. */
export type KnownSource = Readonly<{
  id: string
  stance: SourceStance
  recordedAt: Date
  takenBackAt: Date | null
}>

/** A finding with its sources, and when its contradictions were last settled. */
export type Finding = Readonly<{
  id: string
  caseId: string
  sources: readonly KnownSource[]
  settledAt: Date | null
  contradicted: boolean
  version: number
}>

/**
 * Whether sources contradict each other and nobody has settled it since. A source that was taken back says nothing,
 * and what contradicts nobody contradicts nothing: there must be another that still stands.
 */
export function isContradicted(sources: readonly KnownSource[], settledAt: Date | null): boolean {
  const standing = sources.filter(({ takenBackAt }) => takenBackAt === null)
  const isNew = ({ recordedAt }: KnownSource) => settledAt === null || recordedAt >= settledAt
  return standing.length > 1 && standing.some((one) => one.stance === 'contradicts' && isNew(one))
}

/** Refuses (409) to settle what contradicts nothing. */
export function refuseUnlessContradicted({ contradicted }: Finding) {
  if (!contradicted) throw new Refusal('evidence/not-contradicted')
}

/** The source that is to be taken back: of this finding (422), and not taken back before (409). */
export function sourceToTakeBack({ sources }: Finding, { sourceId }: TakeBackSource): KnownSource {
  const source = sources.find(({ id }) => id === sourceId)
  if (!source)
    throw new Refusal('evidence/no-such-source', {}, [{ path: 'sourceId', code: 'evidence/no-such-source' }])
  if (source.takenBackAt !== null) throw new Refusal('evidence/taken-back')
  return source
}

/** Refuses (422) a source that was learned in the future. */
export function refuseUnlessLearned({ learnedOn }: Pick<AddSource, 'learnedOn'>, today: Day, path = '') {
  whole([[`${path}learnedOn`, learnedOn <= today, 'evidence/in-the-future']])
}

/** Refuses (422) a visit that is still to come, and a consultation that does not say whom, what and about whom. */
export function refuseUnlessHeld(given: RecordCollectionContact, today: Day) {
  const consulted: readonly Check[] =
    given.kind === 'consultation'
      ? [
          ['profession', says(given.profession)],
          ['question', says(given.question)],
          ['receiverKind', !given.named || given.receiverKind !== null],
        ]
      : []
  whole([['heldOn', given.heldOn <= today, 'evidence/in-the-future'], ...consulted])
}

/** Everything about somebody under 14 is sensitive, whatever it is about (R-284; Personal Information Protection Law, art. 28). */
export const sensitiveKindsOf = (
  { sensitiveKinds }: Pick<RecordFinding, 'sensitiveKinds'>,
  under14: boolean,
): SensitiveKind[] => [
  ...new Set<SensitiveKind>(under14 ? ['under-fourteen', ...sensitiveKinds] : sensitiveKinds),
]
