import type { InquiryProblem, ScreeningFlag } from '#contract/case/screening.ts'
import type { Capacity, Catchment, Scope } from '#contract/settings/index.ts'
import { isInCatchment, limitOfLevel, outsideScope } from '#server/agencies/index.ts'
import type { Resolved } from '../divisions/divisions.ts'

/** What an agency, or one site of it, says of itself on the day. */
export type Offer = Readonly<{ scope: Scope; catchment: Catchment; capacity: Capacity }>

/** Who asks, and how full the agency and the worker are. */
export type Asking = Readonly<{
  wantedFields: readonly string[]
  age: number | null
  residence: Resolved | null
  problems: readonly Pick<InquiryProblem, 'difficulty' | 'danger'>[]
  openCases: number
  waiting: number
  worker: Readonly<{ level: number; openCases: number }>
}>

/**
 * Compares who asks with what is offered. Every flag carries the numbers it rests on, so that it can explain
 * itself; what is not known is said to be unknown, never a no.
 */
export function screen(asking: Asking, offer: Offer): ScreeningFlag[] {
  return [
    fieldsFlag(asking, offer.scope),
    ageFlag(asking, offer.scope),
    areaFlag(asking, offer.catchment),
    limitFlag('places', asking.openCases, offer.capacity.cases),
    limitFlag('list', asking.waiting, offer.capacity.waitingList),
    limitFlag('load', asking.worker.openCases, limitOfLevel(offer.capacity, asking.worker.level)),
    competenceFlag(asking),
  ]
}

function fieldsFlag({ wantedFields, age }: Asking, scope: Scope): ScreeningFlag {
  const ours = scope.serviceFields.join(' ')
  if (wantedFields.length === 0) return { kind: 'fields', verdict: 'unknown', facts: { ours } }
  const outside = outsideScope(scope, { serviceFields: wantedFields, clientGroups: [], age })
  const verdict = outside.includes('serviceFields') ? 'misses' : 'fits'
  return { kind: 'fields', verdict, facts: { ours, wanted: wantedFields.join(' ') } }
}

function ageFlag({ age }: Asking, scope: Scope): ScreeningFlag {
  const { minimumAge, maximumAge } = scope
  const limits = {
    ...(minimumAge === null ? {} : { from: minimumAge }),
    ...(maximumAge === null ? {} : { until: maximumAge }),
  }
  if (age === null) return { kind: 'age', verdict: 'unknown', facts: limits }
  const outside = outsideScope(scope, { serviceFields: [], clientGroups: [], age })
  return { kind: 'age', verdict: outside.includes('age') ? 'misses' : 'fits', facts: { ...limits, age } }
}

/** A code that was abolished counts by what it became: inside where all of that is, outside where none is. */
function areaFlag({ residence }: Asking, catchment: Catchment): ScreeningFlag {
  const ours = catchment.areas.map(({ name, prefix }) => (name === '' ? prefix : name)).join('、')
  const lives = residence?.names.join('') ?? ''
  const codes = residence?.now ?? []
  const answers = new Set((codes.length === 0 ? [null] : codes).map((code) => isInCatchment(catchment, code)))
  const [only] = answers
  const verdict = answers.size > 1 || only === 'unknown' ? 'unknown' : only === 'inside' ? 'fits' : 'misses'
  return { kind: 'area', verdict, facts: { ours, lives } }
}

/** A limit is reached when all of it is taken; where there is none, nothing is ever full. */
function limitFlag(kind: 'places' | 'list' | 'load', taken: number, limit: number | null): ScreeningFlag {
  if (limit === null) return { kind, verdict: 'fits', facts: { taken } }
  return { kind, verdict: taken < limit ? 'fits' : 'misses', facts: { taken, limit } }
}

const hardest = 3
const firstLevel = 4

/** Weighing one's own ability: hard problems and danger are not for the first level alone. */
function competenceFlag({ problems, worker }: Asking): ScreeningFlag {
  const hard = problems.filter(({ difficulty, danger }) => danger || difficulty === hardest).length
  const facts = { level: worker.level, hard }
  if (problems.length === 0) return { kind: 'competence', verdict: 'unknown', facts }
  return {
    kind: 'competence',
    verdict: hard > 0 && worker.level >= firstLevel ? 'with-supervision' : 'fits',
    facts,
  }
}

const unranked = 99

/**
 * The order in which problems may be worked on: whatever is dangerous first; then what is simple before what is hard, so
 * that a first success comes soon; then as the client ranks them, and only then as the worker does (000 Second(1), (3)).
 */
export function inOrder<Problem extends InquiryProblem>(problems: readonly Problem[]): Problem[] {
  const key = ({ danger, difficulty, clientRank, workerRank, id }: Problem) => [
    danger ? 0 : 1,
    danger ? 0 : (difficulty ?? hardest + 1),
    clientRank ?? unranked,
    workerRank ?? unranked,
    id,
  ]
  return problems.toSorted((one, other) => compared(key(one), key(other)))
}

function compared(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const at = one.findIndex((part, index) => part !== other[index])
  if (at < 0) return 0
  return (one[at] ?? 0) < (other[at] ?? 0) ? -1 : 1
}
