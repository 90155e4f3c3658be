import { randomUUID } from 'node:crypto'
import { aSignedAssessment } from '#server/case/assessment/assessment.factory.ts'
import { aSignedInterview } from '#server/case/intake/interview/interview.factory.ts'
import { aCaseOfAChild } from '#server/consent/consents.factory.ts'
import { enterJob } from '#server/entrance/index.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { takeLinkAnswer } from './taking.jobs.ts'

/** The case of a child of eleven and his grandmother, who is his guardian; its assessment is signed. */
export async function aSignedCase() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1, name: '主任' })
  const worker = await world.worker(agencyId)
  const place = await aCaseOfAChild(world, worker)
  await aSignedInterview(world, worker, place.caseId)
  const signed = await aSignedAssessment(world, worker, place.caseId)
  return { world, agencyId, head, worker, signed, ...place }
}

export type SignedCase = Awaited<ReturnType<typeof aSignedCase>>

const tail = '2271'

/** The body that asks the client of a case; say only what matters to your test. */
export const askingOf = (receiverId: string, asked: object, but: object = {}) => ({
  id: randomUUID(),
  asked,
  receiverId,
  language: 'ru',
  factor: 'phone-tail',
  phoneTail: `138 0931 ${tail}`,
  days: 7,
  ...but,
})

/** Issues a link, or fails the test. */
export async function issued(world: World, worker: TestWorker, caseId: string, body: { id: string }) {
  const answer = await world.as(worker).post(`/cases/${caseId}/client-links`, body)
  if (answer.status !== 201) throw new Error(`No link: ${JSON.stringify(answer.body)}`)
  return { id: body.id, token: String(answer.body['token']), view: answer.body }
}

/** Tries the door as whoever holds the phone. */
export const openWith = (world: World, token: string) =>
  world.as(null).post('/link-openings', { token, answer: tail, as: 'program' })

/** Whoever holds the phone, as a caller of their own. */
export async function onThePhone(world: World, token: string) {
  const { status, body } = await openWith(world, token)
  if (status !== 201) throw new Error(`Not opened: ${JSON.stringify(body)}`)
  return world.as({ token: String(body['token']) } as TestWorker)
}

/** Works off what the queue holds of answers, as the queue would. */
export async function takeAnswers({ rows, platform }: World) {
  const waiting = await rows<{ payload: Record<string, string> }>(
    `select payload from graphile_worker._private_jobs p join graphile_worker.jobs j on j.id = p.id
     where j.task_identifier = 'take-link-answer'`,
  )
  for (const { payload } of waiting) await enterJob(platform, takeLinkAnswer)(payload, '1')
}
