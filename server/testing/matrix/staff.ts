import type { Level } from '#contract/access.ts'
import type { Role } from '#contract/codes/index.ts'
import type { TestWorker, World } from '../world.ts'

/** What somebody is to the cases of the matrix. */
export type Relation =
  | 'manager'
  | 'team'
  | 'named'
  | 'formerly-named'
  | 'supervisor'
  | 'former-supervisor'
  | 'head'
  | 'receiver'
  | 'none'

/** One row of the matrix: somebody who asks. */
export type Member = Readonly<{
  name: string
  agency: 'A' | 'B'
  role: Role
  level: Level
  relation: Relation
  signedIn: boolean
  worker: TestWorker
}>

type Row = readonly [name: string, agency: 'A' | 'B', role: Role, level: Level, relation: Relation]

const rows: readonly Row[] = [
  ['case manager', 'A', 'worker', 3, 'manager'],
  ['team member of the lowest level', 'A', 'worker', 4, 'team'],
  ['supervisor in the team', 'A', 'supervisor', 2, 'team'],
  ['named worker', 'A', 'worker', 3, 'named'],
  ['named supervisor', 'A', 'supervisor', 2, 'named'],
  ['named head', 'A', 'agency-head', 1, 'named'],
  ['formerly named worker', 'A', 'worker', 3, 'formerly-named'],
  ['receiver of the first contact', 'A', 'worker', 3, 'receiver'],
  ['colleague', 'A', 'worker', 1, 'none'],
  ['supervisor of the manager', 'A', 'supervisor', 2, 'supervisor'],
  ['former supervisor', 'A', 'supervisor', 2, 'former-supervisor'],
  ['another supervisor', 'A', 'supervisor', 1, 'none'],
  ['head', 'A', 'agency-head', 1, 'head'],
  ['administrator', 'A', 'agency-administrator', 2, 'none'],
  ['inspector', 'A', 'inspector', 1, 'none'],
  ['worker elsewhere', 'B', 'worker', 3, 'manager'],
  ['supervisor elsewhere', 'B', 'supervisor', 1, 'none'],
  ['head elsewhere', 'B', 'agency-head', 1, 'head'],
  ['administrator elsewhere', 'B', 'agency-administrator', 1, 'none'],
  ['inspector elsewhere', 'B', 'inspector', 1, 'none'],
]

/** Who came by a secure link: to every other door they are nobody. */
export const byLink = 'whoever opened a secure link'

/** The client of a case, on a phone of their own; nobody to every other door too. */
export const byClientLink = 'a client on their own phone'

/** Whose program came with the credential of a partner: to every other door they are nobody too. */
export const byCredential = 'the program of a partner'

/** How many kinds of people ask; the floor of the matrix. */
export const memberFloor = 28

/** Engages everybody, signed in; five whose sign-in is worth nothing; and somebody who has none, and came by a secure link. */
export async function engage(world: World, agencies: Readonly<Record<'A' | 'B', string>>) {
  const members: Member[] = []
  for (const [name, agency, role, level, relation] of rows) {
    const worker = await world.worker(agencies[agency], { name, role, level })
    members.push({ name, agency, role, level, relation, signedIn: true, worker })
  }
  const nobody = async (name: string, spoil: (worker: TestWorker) => Promise<TestWorker>) => {
    const worker = await spoil(await world.worker(agencies.A, { name, role: 'supervisor', level: 1 }))
    members.push({
      name,
      agency: 'A',
      role: 'supervisor',
      level: 1,
      relation: 'none',
      signedIn: false,
      worker,
    })
  }
  const spoiling = (text: string) => async (worker: TestWorker) => {
    await world.rows(text, [worker.id])
    return worker
  }
  await nobody('nobody', async (worker) => ({ ...worker, token: '' }))
  await nobody(byLink, async (worker) => ({ ...worker, token: 'l'.repeat(43) }))
  await nobody(byClientLink, async (worker) => ({ ...worker, token: 'k'.repeat(43) }))
  await nobody(byCredential, async (worker) => ({ ...worker, token: 'c'.repeat(43) }))
  await nobody('a guess', async (worker) => ({ ...worker, token: 'x'.repeat(43) }))
  await nobody('switched off', spoiling('update workers set active = false where id = $1'))
  await nobody('signed out', spoiling('update sign_ins set ended_at = now() where worker_id = $1'))
  await nobody('overslept', spoiling(`update sign_ins set expires_at = now() where worker_id = $1`))
  return members
}

/** The member with this name. */
export function memberNamed(members: readonly Member[], name: string): Member {
  const found = members.find((member) => member.name === name)
  if (!found) throw new Error(`Nobody in the matrix is called ${name}`)
  return found
}
