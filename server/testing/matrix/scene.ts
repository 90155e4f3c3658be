import { onTestFinished } from 'vitest'
import { testWorld, type World } from '../world.ts'
import { hidingOf, reporterOf } from './canaries.ts'
import { type MatrixCase, matrixCases, type Place } from './cases.ts'
import { dutyOf, seesPerson, seesReporter, seesSafeAddress } from './oracle.ts'
import { letInByLink, letInOnTheirPhone, partnersThere } from './linked.ts'
import { aLeafletThere } from './reception.ts'
import { Bodies, type MatrixRoute, namesIn, routesOf } from './requests.ts'
import { engage, type Member, memberNamed } from './staff.ts'

/** What a run has seen; its numbers have floors that may not fall without somebody saying so here. */
export type Tally = { cells: number; denied: number; permitted: number; audited: number; faults: string[] }

/** A world with everybody in it who asks, everything that is asked about, and what was seen so far. */
export type Scene = Readonly<{
  world: World
  members: readonly Member[]
  cases: readonly MatrixCase[]
  routes: readonly MatrixRoute[]
  bodies: Bodies
  tally: Tally
}>

const subjects = ['caseId', 'inquiryId', 'personId'] as const

/** What the path is about; null for what is about the agency, or about the asker. */
export const subjectOf = ({ url }: MatrixRoute) => subjects.find((name) => name === namesIn(url)[0]) ?? null

/** Routes about the agency, about oneself, or about lists: lists.ts asks them. */
export const besideTheCases = (routes: readonly MatrixRoute[]) =>
  routes.filter((route) => route.operation !== 'public' && subjectOf(route) === null)

/** The canaries that a member may meet anywhere. */
export const inSightOf = (member: Member, cases: readonly MatrixCase[]) =>
  new Set([
    ...cases.filter((one) => seesPerson(member, one)).map(({ canary }) => canary),
    ...cases.filter((one) => seesSafeAddress(member, one)).map(({ canary }) => hidingOf(canary)),
    ...cases.filter((one) => seesReporter(member, one)).map(({ canary }) => reporterOf(canary)),
  ])

/** Each connection plans every statement for every role by itself, and two keep two processors at work. */
function askByFew({ platform: { database } }: World) {
  const { options } = database.pool
  const usual = options.max
  options.max = 2
  onTestFinished(() => {
    options.max = usual
  })
}

/** The world of one shard: two agencies, everybody in them, and a case in each of these places at each level. */
export async function aScene(some: readonly Place[]): Promise<Scene> {
  const world = await testWorld()
  askByFew(world)
  const agencies = { A: await world.agency(), B: await world.agency({ name: '晨光社工站' }) }
  const members = await engage(world, agencies)
  for (const name of ['colleague', 'worker elsewhere']) {
    const { worker } = memberNamed(members, name)
    await aLeafletThere(world, worker.agencyId, worker.id, worker.id)
  }
  const cases = await matrixCases(world, members, some)
  const routes = (await routesOf(world)).filter(({ operation }) => operation !== 'public')
  for (const { operation } of routes) dutyOf(operation)
  const bodies = new Bodies()
  const [sample] = cases
  if (!sample) throw new Error('A matrix without a case')
  const manager = memberNamed(members, 'case manager')
  await letInByLink(world, members, sample, manager.worker.id)
  await letInOnTheirPhone(world, members, sample, manager.worker.id)
  await partnersThere(world, members)
  const approver = memberNamed(members, 'supervisor of the manager')
  const administrator = memberNamed(members, 'administrator')
  const asker = ({ operation }: MatrixRoute) =>
    /^(agency|worker|partner)\./u.test(operation)
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
