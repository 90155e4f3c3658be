import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { MatrixCase } from './cases.ts'
import { faultsOf } from './judging.ts'
import { expectation } from './oracle.ts'
import { addressOf, ask, type MatrixRoute, namesIn, type Sent } from './requests.ts'
import { long, matrixTime } from './run.ts'
import { aScene, inSightOf, type Scene } from './scene.ts'
import { type Member, memberNamed } from './staff.ts'

/** The ordinary run swaps the id of the same kind everywhere, and of the others one in sixteen at each place in turn. */
const each = long ? 1 : 16

/** Somebody with a case of their own, and a case that they do not see. */
type Swapper = Readonly<{ member: Member; own: MatrixCase; foreign: MatrixCase }>

const tally = { path: 0, body: 0, query: 0, faults: [] as string[] }

/** What stands at the same place of the foreign case: its plan for a plan. */
const sameKind =
  ({ ids }: MatrixCase) =>
  (name: string) =>
    isId(ids[name]) ? ids[name] : null

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\da-f-]{36}$/u.test(value)

/** The text of a body with each of its ids in turn replaced; what the sender makes new keeps its id. */
function* withIdSwapped(payload: string, foreignId: string): Generator<string> {
  const places = [...payload.matchAll(/"(\w+)":("[\da-f]{8}-[\da-f-]{27}"|\[[^\]{}]*\])/gu)]
  for (const { 0: whole, 1: name, 2: value = '', index } of places) {
    if (name === 'id') continue
    const swapped = value.startsWith('[') ? `["${foreignId}"]` : `"${foreignId}"`
    if (value.startsWith('[') && value !== '[]' && !/[\da-f]{8}-/u.test(value)) continue
    yield `${payload.slice(0, index)}"${name}":${swapped}${payload.slice(index + whole.length)}`
  }
}

/** Sends one swapped request: 404 or 400 where a path was swapped, some refusal where a body was, and never anything foreign. */
async function send({ world, cases }: Scene, { member }: Swapper, sent: Sent, strict: boolean) {
  const reply = await ask(world, member, sent)
  const what = `${member.name} ${sent.method} ${sent.address} ${sent.payload?.slice(0, 200) ?? ''}`
  const leaks = faultsOf(reply, 'not-found', true, inSightOf(member, cases)).filter((fault) =>
    /LEAK/u.test(fault),
  )
  tally.faults.push(...leaks.map((leak) => `${what}: ${leak}`))
  if (strict ? ![400, 404].includes(reply.status) : reply.status < 400 || reply.status >= 500)
    tally.faults.push(`${what} → ${reply.status} ${reply.text.slice(0, 160)}`)
}

async function swapInPath(
  scene: Scene,
  swapper: Swapper,
  route: MatrixRoute,
  foreignIdFor: (name: string) => string | null,
) {
  const payload = scene.bodies.payloadFor(route, swapper.own)
  for (const name of namesIn(route.url)) {
    const foreignId = foreignIdFor(name)
    if (name === 'formId' || foreignId === null) continue
    const address = addressOf(route, { ...swapper.own.ids, [name]: foreignId })
    tally.path += 1
    await send(scene, swapper, { method: route.method, address, ...(payload ? { payload } : {}) }, true)
  }
}

async function swapInBody(scene: Scene, swapper: Swapper, route: MatrixRoute, foreignId: string) {
  const payload = scene.bodies.payloadFor(route, swapper.own)
  if (!payload) return
  for (const swapped of withIdSwapped(payload, foreignId)) {
    tally.body += 1
    await send(
      scene,
      swapper,
      { method: route.method, address: addressOf(route, swapper.own.ids), payload: swapped },
      false,
    )
  }
}

const cursorOf = (position: readonly unknown[]) => Buffer.from(JSON.stringify(position)).toString('base64url')

/** Queries and cursors that name what is foreign show nothing of it: they only say where one's own list goes on. */
async function swapInQueries(scene: Scene, swapper: Swapper, foreignId: string) {
  const moment = '2026-03-01T00:00:00.000Z'
  const cursors = [
    [foreignId],
    [moment, foreignId],
    ['infinity', foreignId],
    [0, moment, foreignId],
    ['', foreignId],
    [1],
  ]
  const lists = [
    '/api/cases?show=agency&',
    '/api/inquiries?show=concluded&',
    '/api/inquiries?',
    '/api/today?',
    '/api/reviews?',
    '/api/notices?',
    '/api/workers?',
  ]
  const seen = inSightOf(swapper.member, scene.cases)
  const addresses = [
    ...lists.flatMap((list) => cursors.map((position) => `${list}after=${cursorOf(position)}`)),
    `/api/cases/${swapper.own.ids['caseId']}/documents/F11?language=en&recordId=${foreignId}`,
    `/api/cases/${swapper.own.ids['caseId']}/timeline?after=${cursorOf([foreignId])}`,
  ]
  for (const address of addresses) {
    const reply = await ask(scene.world, swapper.member, { method: 'GET', address })
    tally.query += 1
    const faults = faultsOf(reply, 'permitted', true, seen).filter((fault) => /LEAK/u.test(fault))
    tally.faults.push(...faults.map((fault) => `${address}: ${fault}`))
    if (![200, 400, 404].includes(reply.status)) tally.faults.push(`${address} → ${reply.status}`)
  }
  const search = JSON.stringify({ text: 'CNRY', after: cursorOf([foreignId]) })
  await sendSearch(scene, swapper, search, seen)
}

async function sendSearch({ world }: Scene, { member }: Swapper, payload: string, seen: ReadonlySet<string>) {
  const reply = await ask(world, member, { method: 'POST', address: '/api/searches', payload })
  tally.query += 1
  tally.faults.push(...faultsOf(reply, 'permitted', true, seen).filter((fault) => /LEAK/u.test(fault)))
}

test(
  'whatever foreign id stands in whatever place of a request, nothing of it is shown and nothing is written',
  { timeout: matrixTime },
  async () => {
    const scene = await aScene(['delivery'])
    const caseOf = (agency: string, level: string) => {
      const found = scene.cases.find((one) => one.agency === agency && one.level === level)
      if (!found) throw new Error(`No ${level} case of ${agency}`)
      return found
    }
    const swapperOf = (name: string, own: MatrixCase, foreign: MatrixCase): Swapper => ({
      member: memberNamed(scene.members, name),
      own,
      foreign,
    })
    const swappers = [
      swapperOf('worker elsewhere', caseOf('B', 'normal'), caseOf('A', 'normal')),
      swapperOf('supervisor in the team', caseOf('A', 'normal'), caseOf('A', 'sealed')),
    ]
    const about = scene.routes.filter(
      (route) => /:(?:case|inquiry|person)Id/u.test(route.url) && !route.url.endsWith('/file'),
    )
    const before = await scene.world.counts()
    for (const swapper of swappers) {
      // What is no duty of their role is refused before anything is looked for: the matrix asks that.
      const routes = about.filter(
        ({ operation }) => expectation(swapper.member, operation, true) !== 'not-allowed',
      )
      const foreignIds = Object.values(swapper.foreign.ids).filter(isId)
      expect(foreignIds.length).toBeGreaterThan(15)
      for (const route of routes) await swapInPath(scene, swapper, route, sameKind(swapper.foreign))
      for (const [turn, foreignId] of [...foreignIds, randomUUID()].entries()) {
        for (const route of routes.filter((_, place) => (place + turn) % each === 0)) {
          await swapInPath(scene, swapper, route, () => foreignId)
          await swapInBody(scene, swapper, route, foreignId)
        }
        if (long || turn % 2 === 0) await swapInQueries(scene, swapper, foreignId)
      }
    }
    expect(await scene.world.counts()).toEqual(before)
    process.stdout.write(
      `swaps: ${tally.path} in paths, ${tally.body} in bodies, ${tally.query} in queries\n`,
    )
    expect(tally.faults.slice(0, 30)).toEqual([])
    expect([tally.path > 1_000, tally.body > 200, tally.query > 1_000]).toEqual([true, true, true])
  },
)
