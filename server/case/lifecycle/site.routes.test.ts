import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aSite, someSheets, writeVersion } from '#server/agencies/settings.factory.ts'
import { aCaseInAssessment, aSignedAssessment } from '#server/case/assessment/assessment.factory.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { type TestWorker, testWorld } from '#server/testing/world.ts'

/** A case at one of the two sites of its agency, and everybody who might move it. */
async function aCaseAtASite() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator' })
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const manager = await world.worker(agencyId, { supervisorId: supervisor.id })
  const { siteId: east } = await aSite(world, administrator)
  const west = randomUUID()
  const sheet = { ...someSheets.site, name: { 'zh-CN': '安宁西路站', en: 'West', ru: '' } }
  await writeVersion(world, administrator, { kind: 'site', subject: west, sheet })
  const { caseId } = await anOpenCase(world, manager, undefined, east)
  const version = async () =>
    Number((await world.rows<{ version: number }>('select version from cases'))[0]?.version)
  const move = async (who: TestWorker, siteId: string | null, seen?: number) =>
    world
      .as(who)
      .put(
        `/cases/${caseId}/site`,
        { siteId, reason: '搬到城西，离那边近。' },
        { version: seen ?? (await version()) },
      )
  return { world, agencyId, administrator, supervisor, manager, east, west, caseId, move, version }
}

test('a case moves to another site by its supervisor or the head, and on to the agency as a whole; its story, page and audit say so', async () => {
  const { world, agencyId, supervisor, manager, east, west, caseId, move } = await aCaseAtASite()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  expect((await world.as(manager).get(`/cases/${caseId}`)).body).toMatchObject({
    siteId: east,
    movedToSite: null,
    abilities: { moveToSite: 'not-you' },
  })
  expect(await move(supervisor, west)).toMatchObject({
    status: 200,
    body: {
      siteId: west,
      site: { 'zh-CN': '安宁西路站' },
      template: 'standard',
      movedToSite: {
        from: { 'zh-CN': '安宁东路站' },
        reason: '搬到城西，离那边近。',
        by: { id: supervisor.id },
      },
      abilities: { moveToSite: 'yes' },
    },
  })
  world.at(new Date(world.now().getTime() + 60_000).toISOString())
  expect(await move(head, null)).toMatchObject({
    status: 200,
    body: { siteId: null, site: null, movedToSite: { from: { en: 'West' } } },
  })
  const told = await world.rows(`select facts from timeline where what = 'case-moved-to-site' order by id`)
  expect(told).toEqual([
    { facts: { siteZh: '安宁西路站', siteEn: 'West', siteRu: '安宁西路站' } },
    { facts: { wholeAgency: true } },
  ])
  const lines = await world.rows(
    `select act, outcome from audit_log where operation = 'case.move-to-site' and case_id = $1 order by id`,
    [caseId],
  )
  expect(lines).toEqual([
    { act: 'change', outcome: 'done' },
    { act: 'change', outcome: 'done' },
  ])
})

test('what was signed before the move names the site of its moment, and the cover the one of today', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator' })
  const manager = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const { caseId } = await aCaseInAssessment(world, manager)
  await aSignedAssessment(world, manager, caseId)
  const { siteId } = await aSite(world, administrator)
  world.at(new Date(world.now().getTime() + 3_600_000).toISOString())
  const [row] = await world.rows<{ version: number }>('select version from cases')
  const moved = { siteId, reason: '离那边近。' }
  const answer = await world.as(manager).put(`/cases/${caseId}/site`, moved, { version: row?.version ?? 0 })
  expect(answer.status).toBe(200)
  const siteOn = async (form: string) => {
    const { body } = await world.as(manager).get(`/cases/${caseId}/documents/${form}?language=zh-CN`)
    return JSON.stringify(body).includes('安宁东路站')
  }
  expect([await siteOn('F07'), await siteOn('F08')]).toEqual([true, false])
})

test('a case does not move by its worker, to where it is, to what is no open site, by an old page, or once the work is over; nothing is written', async () => {
  const scene = await aCaseAtASite()
  const { world, administrator, supervisor, manager, east, west, caseId, move, version } = scene
  const seen = await version()
  const gone = { ...someSheets.site, closed: true }
  await writeVersion(world, administrator, { kind: 'site', subject: west, seen: 1, sheet: gone })
  const stranger = await world.worker(await world.agency(), { role: 'supervisor', level: 1 })
  const before = await world.counts()
  const noSite = { status: 422, body: { fields: [{ path: 'siteId', code: 'settings/no-such-site' }] } }
  expect(await move(manager, null)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  expect((await move(stranger, null)).status).toBe(404)
  expect(await move(supervisor, east)).toMatchObject({
    status: 409,
    body: { code: 'case-site/there-already' },
  })
  expect(await move(supervisor, west)).toMatchObject(noSite)
  expect(await move(supervisor, randomUUID())).toMatchObject(noSite)
  expect((await move(supervisor, null, seen - 1)).status).toBe(412)
  const put = (body: object) => world.as(supervisor).put(`/cases/${caseId}/site`, body, { version: seen })
  expect((await put({ siteId: null, reason: ' ' })).status).toBe(400)
  expect(await world.counts()).toEqual(before)
  for (const [state, code, extra] of [
    ['closed', 'case-is-closed', ''],
    ['archived', 'case-is-archived', ', archived_at = now()'],
  ] as const) {
    await world.rows(
      `update cases set stage = 'followup', state = $1, closed_at = coalesce(closed_at, now()), keep_until = '2040-01-01'${extra}`,
      [state],
    )
    const over = await world.counts()
    expect(await move(supervisor, null)).toMatchObject({ status: 409, body: { code } })
    expect(await world.counts()).toEqual(over)
  }
  expect(await world.rows('select site_id from cases')).toEqual([{ site_id: east }])
})
