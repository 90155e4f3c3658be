import { expect } from 'vitest'
import type { World } from '../world.ts'
import { type Asked, auditFaults, newestLine } from './audit.ts'
import type { MatrixCase, Place } from './cases.ts'
import { faultsOf } from './judging.ts'
import { listFaults } from './lists.ts'
import { expectation, seesCase, seesInquiry, seesPerson, seesReporter, seesSafeAddress } from './oracle.ts'
import { addressOf, ask, type MatrixRoute } from './requests.ts'
import { aScene, inSightOf, type Scene, subjectOf, type Tally } from './scene.ts'
import { type Member, memberFloor } from './staff.ts'

/** A shard asks tens of thousands of times, on machines that may be busy. */
export const matrixTime = 1_800_000

/** `MATRIX=long` asks about every place; the ordinary run about half of them, at every level, as everybody. */
export const long = process.env['MATRIX'] === 'long'

/**
 * With both walls every cell is asked. Behind each wall alone the ordinary run asks one of four: of four routes beside each
 * other one, the next as the next member and about the next case, so that everybody asks every route, and about every case.
 */
const shareOf = (walls: Walls) => (long || walls === 'both' ? 1 : 4)

/** How many routes the matrix asks. */
const routeFloor = 136

const sightOf = { caseId: seesCase, inquiryId: seesInquiry, personId: seesPerson }

// What was given in a case is seen with the case, and not with the person; so is what is to be given there.
const inTheCase = [
  'consent.give',
  'consent.withdraw',
  'consent.except',
  'client.say-kind',
  'client.read-kind',
  'referral.read',
  'referral.write',
  'referral.send',
  'referral.move',
  'referral.print',
  'referral.link',
]

// Where somebody lives in hiding, and who reported it, have a sight of their own, narrower than the person's or the first contact's.
const sightAsked = ({ operation }: MatrixRoute, about: keyof typeof sightOf) =>
  operation.startsWith('safe-address.')
    ? seesSafeAddress
    : operation.startsWith('reporter.')
      ? seesReporter
      : inTheCase.includes(operation)
        ? seesCase
        : sightOf[about]

/** One member asks every route, or their share of them, about one case. */
async function askAll(scene: Scene & Readonly<{ share: number }>, member: Member, subject: MatrixCase) {
  const { world, routes, bodies, cases, tally, share } = scene
  const turn = scene.members.indexOf(member) + cases.indexOf(subject)
  const before = await newestLine(world, member)
  const seen = inSightOf(member, cases)
  const asked: Asked[] = []
  for (const [place, route] of routes.entries()) {
    const about = subjectOf(route)
    if (about === null || (place + turn) % share !== 0) continue
    const expected = expectation(member, route.operation, sightAsked(route, about)(member, subject))
    const payload = bodies.payloadFor(route, subject)
    const address = addressOf(route, subject.ids)
    const reply = await ask(world, member, {
      method: route.method,
      address,
      ...(payload === undefined ? {} : { payload }),
    })
    const read = route.method === 'GET'
    const what = `${route.method} ${route.url} (${subject.agency} ${subject.place} ${subject.level})`
    tally.cells += 1
    tally[expected === 'permitted' ? 'permitted' : 'denied'] += 1
    tally.faults.push(
      ...faultsOf(reply, expected, read, seen).map((fault) => `${member.name} ${what}: ${fault}`),
    )
    const taken = route.operation === 'file-copy.fetch' ? 'export' : 'print'
    const act = route.url.endsWith('/file') ? taken : read ? 'look' : 'change'
    asked.push({ what, operation: route.operation, act, subject: subject.ids[about] ?? null, reply })
  }
  const faults = await auditFaults(world, member, before, asked)
  tally.audited += asked.length
  tally.faults.push(...faults)
}

// A printed form is told in the story of its case; nothing else may be written by anybody here.
const printed = (route: MatrixRoute) => route.url.endsWith('/file')

/** Which of the two walls stand: both, as in life, or one, to see that it holds alone. */
export type Walls = 'both' | 'only the first' | 'only the second'

/** Takes row-level security off every table of a world: only the program's own conditions are left. */
async function takeRowsWallDown({ rows }: World) {
  const tables = await rows<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and rowsecurity`,
  )
  for (const { name } of tables) await rows(`alter table ${name} disable row level security`)
  const left = await rows(`select 1 from pg_tables where schemaname = 'public' and rowsecurity`)
  expect([tables.length > 30, left]).toEqual([true, []])
}

/** Runs the part of the matrix that stands in these places; throws where anything differs from the oracle. */
export async function runMatrix(some: readonly Place[], walls: Walls = 'both'): Promise<Tally> {
  const started = performance.now()
  const scene = await aScene(some)
  if (walls === 'only the first') await takeRowsWallDown(scene.world)
  const { world, members, cases, routes, tally } = scene
  expect(routes.length).toBeGreaterThanOrEqual(routeFloor)
  expect(members.length).toBeGreaterThanOrEqual(memberFloor)
  const share = shareOf(walls)
  const quiet = { ...scene, share, routes: routes.filter((route) => !printed(route)) }
  const loud = { ...scene, share, routes: routes.filter(printed) }
  const before = await world.counts()
  // Members ask side by side, each in their own order: the audit keeps their lines apart.
  for (const part of [quiet, loud]) {
    for (const subject of cases) await Promise.all(members.map((member) => askAll(part, member, subject)))
    if (part === quiet) {
      tally.faults.push(...(await listFaults(scene)))
      expect(await world.counts()).toEqual(before)
    }
  }
  // Without the first wall answers are others than in life; what must not happen is that anything foreign is in them.
  const faults =
    walls === 'only the second' ? tally.faults.filter((fault) => /LEAK|shows/u.test(fault)) : tally.faults
  expect(faults.slice(0, 40)).toEqual([])
  if (walls === 'only the second') return tally
  expect(tally.denied).toBeGreaterThan(tally.permitted)
  expect(tally.permitted).toBeGreaterThan(tally.cells / 20)
  const seconds = Math.round((performance.now() - started) / 1000)
  const { cells, permitted, denied, audited } = tally
  process.stdout.write(
    `matrix of ${some.join(', ')}, ${walls} of the walls: ${cells} cells, ${permitted} permitted, ${denied} denied, ${audited} with their audit, ${seconds} s\n`,
  )
  return tally
}
