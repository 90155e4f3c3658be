import { expect, test } from 'vitest'
import {
  consentCapacity,
  consentPurpose,
  consentWay,
  fileSection,
  sensitiveKind,
} from '#contract/codes/index.ts'
import { FirstContactForm } from '#contract/documents.ts'
import { languages } from '#contract/language.ts'
import { aPerson, aSharedInquiry } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { firstContactForms } from './first-contact-sheets.ts'

/** The fields of the form standard. */
const required: Readonly<Record<FirstContactForm, string>> = {
  F01: `received_at channel source referrer_name referrer_contact help_type client_type potential name former_name sex
    birth_date id_type id_no native_place ethnic household_addr address phone safe_contact emergency_contact education marital
    occupation income living benefits capacity guardian problem willingness previous_help emotional_support told_items
    emergency outcome client_sign guardian_sign worker_sign`,
  F02: `q1_willing q2_problem q2_expect q3_history q4_resources q4_ability q5_match scope_ok area_ok capacity_ok emergency
    problem_order risk_level shared decision reason assigned client_wish worker_sign supervisor_sign`,
}

const textOf = (form: unknown) => JSON.stringify(form)

test('both forms hold every field of the standard, filled from the record and blank, in three languages', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { id } = await aSharedInquiry(world, worker, await aPerson(world, worker, '周小梅'))
  const api = world.as(worker)
  const [kept] = await world.rows<{ trouble: string }>('select trouble from inquiries where id = $1', [id])
  for (const form of FirstContactForm.options) {
    const keys = textOf(firstContactForms[form])
    for (const key of required[form].split(/\s+/u)) expect(keys).toContain(`"key":"${key}"`)
    for (const language of languages) {
      const filled = await api.get(`/inquiries/${id}/documents/${form}?language=${language}`)
      const blank = await api.get(`/blank-forms/${form}?language=${language}`)
      expect([filled.status, blank.status]).toEqual([200, 200])
      expect(filled.body['title']).toBe(firstContactForms[form].title[language])
      expect(textOf(filled.body)).toContain('周小梅')
      expect(textOf(filled.body)).not.toContain('□')
      // Boxes to tick, four lines in each list, and nobody's name.
      expect(textOf(blank.body)).toContain('□')
      expect(textOf(blank.body)).toMatch(/"rows":\[(?:\[(?:"",?)+\],?){4}\]/u)
      expect(textOf(blank.body)).not.toContain('周小梅')
    }
  }
  expect(textOf((await api.get(`/inquiries/${id}/documents/F01?language=zh-CN`)).body)).toContain(
    kept?.trouble,
  )
  // The consent is to be had blank too: one sheet, with the purposes, kinds and ways to tick.
  for (const language of languages) {
    const consent = await api.get(`/blank-forms/F04?language=${language}`)
    expect(consent.body['sections']).toHaveLength(1)
    for (const list of [consentPurpose, fileSection, sensitiveKind, consentCapacity, consentWay])
      for (const code of list.codes)
        expect(textOf(consent.body)).toContain(
          `□\u00A0${list.label(code as never, language).replaceAll(' ', '\u00A0')}`,
        )
  }
})

test('they leave as Word and PDF; of a record this is told, and whoever does not see it prints nothing', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const stranger = await world.worker(await world.agency())
  const inspector = await world.worker(agencyId, { role: 'inspector' })
  const { id } = await aSharedInquiry(world, worker, await aPerson(world, worker, '周小梅'))
  const save = (path: string, token: string) =>
    world.app.inject({ url: `/api${path}&language=ru`, headers: { authorization: `Bearer ${token}` } })
  for (const [format, beginning] of [
    ['pdf', '%PDF'],
    ['docx', 'PK'],
  ] as const)
    for (const [path, name] of [
      [`/inquiries/${id}/documents/F01/file`, 'first-contact-F01'],
      ['/blank-forms/F02/file', 'blank-F02'],
      ['/blank-forms/F04/file', 'blank-F04'],
    ] as const) {
      const answer = await save(`${path}?format=${format}`, worker.token)
      expect(answer.statusCode).toBe(200)
      expect(answer.rawPayload.subarray(0, beginning.length).toString('latin1')).toBe(beginning)
      // Neither has a case number: its name says what it is.
      expect(answer.headers['content-disposition']).toBe(`attachment; filename="${name}-ru.${format}"`)
    }
  expect((await world.story()).filter((line) => line === 'document-printed')).toHaveLength(2)
  const before = await world.counts()
  expect((await save(`/inquiries/${id}/documents/F01/file?format=pdf`, stranger.token)).statusCode).toBe(404)
  expect((await save('/blank-forms/F01/file?format=pdf', inspector.token)).statusCode).toBe(403)
  expect(await world.counts()).toEqual(before)
})
