import { expect, test } from 'vitest'
import { exceptionGround } from '#contract/codes/index.ts'
import { languages } from '#contract/language.ts'
import { writeVersion } from '#server/agencies/settings.factory.ts'
import { noLimits } from '#server/case/own-fields/own-fields.factory.ts'
import { anException } from '#server/consent/consents.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { wordParts, wordText } from '#server/testing/word-file.ts'
import { aReferral, anElderOfDistrictB } from '../referral/referrals.factory.ts'

const hospital = { kind: 'health', name: '兰州市第三人民医院' } as const

/** The elder is taken to hospital, and cannot be asked. */
async function anEmergency(world: World) {
  const elder = await anElderOfDistrictB(world)
  const { worker, personId, inquiryId } = elder
  const referral = aReferral({
    inquiryId,
    way: 'paper',
    receiverKind: hospital.kind,
    receiverName: hospital.name,
    receiverLanguage: 'ru',
    sections: ['identity', 'first-contact'],
    sensitiveKinds: ['health'],
  })
  await world.as(worker).post(`/people/${personId}/referrals`, referral)
  return { ...elder, path: `/people/${personId}/referrals/${referral.id}` }
}

const letter = (world: World, { token }: TestWorker, path: string, asked: string) =>
  world.app.inject({
    url: `/api${path}/letter/file?${asked}`,
    headers: { authorization: `Bearer ${token}` },
  })

test('in an emergency what is written down carries a letter without consent; it says why, and when to answer by the agency’s limit', async () => {
  const world = await testWorld()
  const elder = await anEmergency(world)
  const { worker, personId, inquiryId, agencyId, path } = elder
  const api = world.as(worker)
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  await writeVersion(world, administrator, { kind: 'deadlines', sheet: { ...noLimits, referralReply: 3 } })
  const before = await world.counts()
  const refused = await api.put(`${path}/sending`, {}, { version: 1 })
  expect([refused.status, refused.body['code']]).toEqual([422, 'sharing/not-consented'])
  expect(await world.counts()).toEqual(before)

  // Written for somebody else, or for less, it carries nothing, or less.
  const exceptions = `/people/${personId}/consent-exceptions`
  const emergency = anException({
    inquiryId,
    ground: 'life-or-health',
    legalBasis: '',
    receivers: [hospital],
  })
  await api.post(exceptions, anException({ inquiryId }))
  await api.post(exceptions, { ...emergency, sections: ['identity'] })
  const less = await api.put(`${path}/sending`, {}, { version: 1 })
  expect([...(less.body['fields'] ?? [])].map((field) => field['path'])).toEqual([
    'sections.first-contact',
    'sensitiveKinds.health',
  ])
  const whole = anException({ ...emergency, sections: ['first-contact'] })
  await api.post(exceptions, { ...whole, id: crypto.randomUUID() })
  const sent = await api.put(`${path}/sending`, {}, { version: 1 })
  expect([sent.status, sent.body['sheet']['replyBy']]).toEqual([200, '2026-03-05'])
  const { contents } = (await api.get(`${path}/package`)).body
  expect(contents).toMatchObject({ withoutConsent: ['life-or-health'], replyBy: '2026-03-05' })

  for (const language of languages) {
    const word = await letter(world, worker, path, `language=${language}&format=docx`)
    const said = wordText(wordParts(word.rawPayload).get('word/document.xml') ?? '').join('\n')
    for (const words of [
      '吴桂芝',
      hospital.name,
      '甲区社工站',
      exceptionGround.label('life-or-health', language),
    ])
      expect([language, words, said.includes(words)]).toEqual([language, words, true])
    // What was not ticked is not on paper.
    expect(said).not.toContain('138')
  }
  const pdf = await letter(world, worker, path, 'language=ru&format=pdf')
  expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  expect((await world.story()).filter((what) => what === 'document-printed')).toHaveLength(4)
  const printed = await world.rows(
    `select person_id from audit_log where operation = 'referral.print' and act = 'print' and outcome = 'done'`,
  )
  expect(printed.length).toBeGreaterThanOrEqual(4)
  expect((await letter(world, elder.receiver, path, 'language=en&format=docx')).statusCode).toBe(404)
})
