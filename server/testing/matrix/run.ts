import { expect } from 'vitest'
import { testWorld, type World } from '../world.ts'
import { type Asked, auditFaults, newestLine } from './audit.ts'
import { type MatrixCase, matrixCases, type Place } from './cases.ts'
import { faultsOf } from './judging.ts'
import { listFaults } from './lists.ts'
import { dutyOf, expectation, seesCase, seesInquiry, seesPerson } from './oracle.ts'
import { addressOf, ask, Bodies, type MatrixRoute, namesIn, routesOf } from './requests.ts'
import { engage, type Member, memberFloor, memberNamed } from './staff.ts'

/** What a run has seen; its numbers have floors that may not fall without somebody saying so here. */
export type Tally = { cells: number; denied: number; permitted: number; audited: number; faults: string[] }

/** A shard asks ten thousand times and more, on machines that may be busy. */
export const matrixTime = 900_000

/** How many cells one shard asks at the least. */
const cellFloor = 10_500

/** How many routes the matrix asks. */
const routeFloor = 79

type Scene = Readonly<{
  world: World
  members: readonly Member[]
  cases: readonly MatrixCase[]
  routes: readonly MatrixRoute[]
  bodies: Bodies
  tally: Tally
}>

const subjects = ['caseId', 'inquiryId', 'personId'] as const

/** What the path is about; null for what is about the agency, or about the asker. */
const subjectOf = ({ url }: MatrixRoute) => subjects.find((name) => name === namesIn(url)[0]) ?? null

/** Routes about the agency, about oneself, or about lists: lists.ts asks them. */
export const besideTheCases = (routes: readonly MatrixRoute[]) =>
  routes.filter((route) => route.operation !== 'public' && subjectOf(route) === null)

const sightOf = { caseId: seesCase, inquiryId: seesInquiry, personId: seesPerson }

/** The canaries that a member may meet anywhere. */
export const inSightOf = (member: Member, cases: readonly MatrixCase[]) =>
  new Set(cases.filter((one) => seesPerson(member, one)).map(({ canary }) => canary))

/** One member asks every route about one case. */
async function askAll({ world, routes, bodies, cases, tally }: Scene, member: Member, subject: MatrixCase) {
  const before = await newestLine(world)
  const seen = inSightOf(member, cases)
  const asked: Asked[] = []
  for (const route of routes) {
    const about = subjectOf(route)
    if (about === null) continue
    const expected = expectation(member, route.operation, sightOf[about](member, subject))
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
    const print = route.url.endsWith('/file')
    asked.push({ what, operation: route.operation, read, print, subject: subject.ids[about] ?? null, reply })
  }
  const faults = await auditFaults(world, member, before, asked)
  tally.audited += asked.length
  tally.faults.push(...faults)
}

/** The world of one shard: two agencies, everybody in them, and a case in each of these places at each level. */
export async function aScene(some: readonly Place[]): Promise<Scene> {
  const world = await testWorld()
  const agencies = { A: await world.agency(), B: await world.agency({ name: '晨光社工站' }) }
  const members = await engage(world, agencies)
  const cases = await matrixCases(world, members, some)
  const routes = (await routesOf(world)).filter(({ operation }) => operation !== 'public')
  for (const { operation } of routes) dutyOf(operation)
  const bodies = new Bodies()
  const [sample] = cases
  if (!sample) throw new Error('A matrix without a case')
  const manager = memberNamed(members, 'case manager')
  const approver = memberNamed(members, 'supervisor of the manager')
  const administrator = memberNamed(members, 'administrator')
  const asker = ({ operation }: MatrixRoute) =>
    /^(agency|worker)\./u.test(operation)
      ? administrator
      : operation === 'closing.decide'
        ? approver
        : manager
  const about = routes.filter((route) => subjectOf(route) !== null)
  await bodies.prepare(world, about, asker, sample)
  return {
    world,
    members,
    cases,
    routes,
    bodies,
    tally: { cells: 0, denied: 0, permitted: 0, audited: 0, faults: [] },
  }
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
  const quiet = { ...scene, routes: routes.filter((route) => !printed(route)) }
  const loud = { ...scene, routes: routes.filter(printed) }
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
  expect(tally.cells).toBeGreaterThanOrEqual((cellFloor * (some.length * 3 + 1)) / 7)
  const seconds = Math.round((performance.now() - started) / 1000)
  const { cells, permitted, denied, audited } = tally
  process.stdout.write(
    `matrix of ${some.join(', ')}, ${walls} of the walls: ${cells} cells, ${permitted} permitted, ${denied} denied, ${audited} with their audit, ${seconds} s\n`,
  )
  return tally
}

export type { Scene }
