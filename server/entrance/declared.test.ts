import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { operations } from '#server/access/index.ts'
import { testWorld } from '#server/testing/world.ts'
import { declaredRoutes } from './declared.ts'

test('the server does not start with a route that does not say which operation it is', () => {
  const app = Fastify()
  declaredRoutes(app)
  expect(() => app.get('/forgotten', async () => ({}))).toThrow(
    'GET /forgotten does not declare its operation',
  )
  // An operation that is not in the table is as good as none.
  const config = { operation: 'case.peek' } as unknown as { operation: 'case.read' }
  expect(() => app.get('/misspelt', { config }, async () => ({}))).toThrow('does not declare its operation')
})

// Doors at which anybody may knock: the matrix asks every route but these, so each stands here by name.
const openDoors = [
  'GET /api/fhir/R4/metadata',
  'GET /api/openapi.json',
  'GET /api/setup',
  'GET /api/web-forms/:agencyId',
  'GET /healthz',
  'POST /api/link-openings',
  'POST /api/resets',
  'POST /api/setup',
  'POST /api/sign-ins',
  'POST /api/sign-ins/enrolment',
  'POST /api/sign-ins/enrolment-code',
  'POST /api/sign-ins/own-password',
  'POST /api/sign-ins/second-step',
  'POST /api/web-forms/:agencyId/requests',
]

test('no route is open to everybody that is not known to be', async () => {
  const { app } = await testWorld()
  const open = app.declared.filter(({ operation, method }) => operation === 'public' && method !== 'HEAD')
  expect(open.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(openDoors)
})

test('every operation of the table has a route, and every route but the public ones asks who is there', async () => {
  const world = await testWorld()
  const used = new Set(world.app.declared.map(({ operation }) => operation))
  expect(Object.keys(operations).filter((operation) => !used.has(operation))).toEqual([])

  const id = '00000000-0000-4000-8000-000000000000'
  const closed = world.app.declared.filter(({ operation }) => operation !== 'public')
  expect(closed.length).toBeGreaterThan(20)
  for (const { method, url } of closed) {
    const answer = await world.app.inject({ method: method as 'GET', url: url.replaceAll(/:\w+/gu, id) })
    expect([method, url, answer.statusCode]).toEqual([method, url, 401])
  }
})

test('what the OpenAPI describes is what the router answers', async () => {
  const world = await testWorld()
  const described = (await world.app.inject('/api/openapi.json')).json<{
    paths: Record<string, Record<string, unknown>>
  }>()
  const inApi = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const inRouter = world.app.declared
    .filter(({ method, url }) => method !== 'HEAD' && url !== '/api/openapi.json' && url !== '/*')
    .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/gu, '{$1}')}`)
  expect(inApi.toSorted()).toEqual(inRouter.toSorted())
})
