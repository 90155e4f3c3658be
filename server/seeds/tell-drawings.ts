import type { EcomapDay, FamilySheet } from '#contract/drawings.ts'
import { nobodyYet, placed, withMember, withTie } from '#drawing/genogram/editing.ts'
import { writeEcomaps, writeFamily } from '#server/drawings/drawings.actions.ts'
import type { Act, Scene } from './scene.ts'
import type { DrawnEcomap, DrawnFamily } from './story.ts'

/** Late in the day, after everything else that is told of it. */
const minutesAfter = 300

/** Tells how a family was written and which ecomaps were drawn, on a clock of its own beside the case. */
export function tellDrawings(scene: Scene): readonly Act[] {
  const { story, go, pass, act, caseId, id, calendar } = scene
  const clientId = id('client')
  if (story.drawnFamily) {
    const told = story.drawnFamily
    go(told.day)
    pass(minutesAfter)
    act('family written', 'family.write', (tx) => writeFamily(tx, clientId, familyFrom(told, clientId)))
  }
  for (const [at, map] of (story.ecomaps ?? []).entries()) {
    go(map.day)
    pass(minutesAfter)
    act(`ecomap ${String(at)} drawn`, 'ecomap.write', async (tx) => {
      const drawn = (story.ecomaps ?? []).slice(0, at + 1)
      const days = drawn.map((each, place) =>
        dayFrom(each, String(place), calendar.day(each.day), story.family ?? ''),
      )
      await writeEcomaps(tx, await caseId(tx), { days })
    })
  }
  return scene.acts
}

/** Everybody in the order in which they come in: each beside somebody who is there. */
function familyFrom({ members, ties, household }: DrawnFamily, clientId: string): FamilySheet {
  const alone: FamilySheet = {
    persons: [{ ...nobodyYet(clientId), personId: clientId }],
    unions: [],
    childLinks: [],
    ties: [],
    households: [],
  }
  const idOf = (key: string) => (key === 'client' ? clientId : key)
  const grown = members.reduce((sheet, { key, beside, as, ...said }) => {
    const next = placed(sheet, nobodyYet(key), { beside: idOf(beside), as })
    if (!next) throw new Error(`There is no place for ${key}.`)
    const status = said.death === undefined ? ('living' as const) : ('deceased' as const)
    return withMember(next, key, { status, ...said })
  }, alone)
  const tied = ties.reduce(
    (sheet, [a, b, kind]) => withTie(sheet, { a: idOf(a), b: idOf(b), kind, start: null, end: null }),
    grown,
  )
  return { ...tied, households: [{ members: household.map(idOf), label: '' }] }
}

const dayFrom = ({ systems }: DrawnEcomap, id: string, day: string, centre: string): EcomapDay => ({
  id,
  day,
  centre,
  members: [],
  systems: systems.map(([name, domain, strength, stress, flow], at) => ({
    id: String(at),
    name,
    domain,
    member: null,
    strength,
    stress,
    flow,
    note: '',
  })),
})
