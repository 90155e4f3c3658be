import type { Awaited } from '#contract/case/awaited.ts'
import type { AssessmentState } from '#contract/case/assessment.ts'
import type { Confirmer } from '#contract/codes/index.ts'

type Person = Readonly<{ id: string; name: string }>

/** Where an assessment stands as far as its confirmation is concerned. */
export type Standing = Readonly<{ state: AssessmentState; readyAt: Date | null; spoken: readonly string[] }>

/** Who could be waited for: those whose view counts, whether the law asks for a guardian, and who was asked by a link. */
export type Asked = Readonly<{
  viewGivers: readonly (Person & Readonly<{ part: Confirmer }>)[]
  needsGuardian: boolean
  byLink: readonly (Person & Readonly<{ since: Date }>)[]
}>

/**
 * Whose word is still awaited, the client first: whoever was asked by a link that still opens, and before anybody
 * spoke the client, with the guardians where the law asks for one. What is not ready to be confirmed waits for nobody.
 */
export function awaitedFor({ state, readyAt, spoken }: Standing, asked: Asked): Awaited[] {
  const { viewGivers, needsGuardian, byLink } = asked
  const partOf = new Map(viewGivers.map(({ id, part }) => [id, part]))
  const linked = byLink
    .filter(({ id }) => !spoken.includes(id))
    .map(({ since, ...person }) => ({ ...person, part: partOf.get(person.id) ?? 'guardian', since }))
  const due = state === 'signed' && readyAt !== null && spoken.length === 0 ? readyAt : null
  const wanted = due
    ? viewGivers
        .filter(
          ({ id, part }) => (part === 'client' || needsGuardian) && linked.every((one) => one.id !== id),
        )
        .map((person) => ({ ...person, since: due }))
    : []
  return [...linked, ...wanted]
    .toSorted((one, other) => Number(other.part === 'client') - Number(one.part === 'client'))
    .map(({ id, name, part, since }) => ({ id, name, part, since: since.toISOString() }))
}
