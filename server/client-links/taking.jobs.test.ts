import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { askingOf, issued, onThePhone, takeAnswers } from './client-links.factory.ts'

const scaleAsked = { purpose: 'scale', instrument: 'phq-9', instrumentVersion: 1, informant: 'self' }

test('an answer that can no longer be entered is told of, and stays sealed', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { caseId, clientId } = await anOpenCase(world, worker)
  const { token, id } = await issued(world, worker, caseId, askingOf(clientId, scaleAsked))
  const them = await onThePhone(world, token)
  const given = { linkId: id, purpose: 'scale', language: 'ru', answers: { item1: 0, item9: 1 } }
  expect((await them.put('/link/paper/answer', given, { version: 1 })).status).toBe(200)
  await world.rows(
    `update cases set state = 'archived', stage = 'followup', closed_at = now(), archived_at = now(), keep_until = '2060-01-01'`,
  )
  await takeAnswers(world)
  const api = world.as(worker)
  expect((await api.get('/notices')).body['rows']).toMatchObject([{ kind: 'link-answer-refused', caseId }])
  expect((await api.get(`/cases/${caseId}/client-links?purpose=scale`)).body['rows']).toMatchObject([
    { answer: 'arrived' },
  ])
  expect((await api.get(`/cases/${caseId}/scales`)).body['rows']).toEqual([])
})
