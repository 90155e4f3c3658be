import { expect, test } from 'vitest'
import { testWorld } from '#server/testing/world.ts'
import { type Asked, duplicateReasons, type Known } from './duplicates.ts'
import { aRecordedPerson } from './people.factory.ts'
import { phoneKeys } from './person-keys.ts'

const known = (but: Partial<Known> = {}): Known => ({
  name: '王桂英',
  otherNames: '',
  birthDate: '1956-04-18',
  phoneMarks: phoneKeys('138 1234 5678'),
  idNumberMark: '11010519491231002X',
  ...but,
})
const asked = (but: Partial<Asked> = {}): Asked => ({
  name: '王桂英',
  birthDate: null,
  phoneMarks: [],
  idNumberMark: null,
  ...but,
})

const pairs: [string, Asked, Known, string[]][] = [
  [
    'the same number under another name',
    asked({ name: '李梅', idNumberMark: '11010519491231002X' }),
    known(),
    ['same-id-number'],
  ],
  ['name and birth date', asked({ birthDate: '1956-04-18' }), known(), ['same-name-and-birth-date']],
  [
    'name and telephone, written otherwise',
    asked({ phoneMarks: phoneKeys('+86 138-1234-5678') }),
    known(),
    ['same-name-and-phone'],
  ],
  [
    'only the telephone',
    asked({ name: '李梅', phoneMarks: phoneKeys('13812345678') }),
    known(),
    ['same-phone'],
  ],
  ['only the name', asked(), known(), ['same-name']],
  ['the name, and a birth date a year off', asked({ birthDate: '1957-04-18' }), known(), ['same-name']],
  ['the name, at quite another age', asked({ birthDate: '1990-04-18' }), known(), []],
  ['another character, the same sound', asked({ name: '王贵英' }), known(), ['similar-name']],
  [
    'the sound, and the birth date',
    asked({ name: 'Wang Guiying', birthDate: '1956-04-18' }),
    known(),
    ['similar-name-and-birth-date'],
  ],
  [
    'a name she is also called by',
    asked({ name: '桂嫂' }),
    known({ otherNames: '王奶奶、桂嫂' }),
    ['same-name'],
  ],
  ['spaces and dots in the name', asked({ name: '王 桂英' }), known(), ['same-name']],
  [
    'Russian words in another order',
    asked({ name: 'Мария Иванова' }),
    known({ name: 'Иванова Мария' }),
    ['same-name'],
  ],
  [
    'the other alphabet',
    asked({ name: 'Ivanova Mariya' }),
    known({ name: 'Иванова Мария' }),
    ['similar-name'],
  ],
  ['nothing at all', asked({ name: '李梅' }), known(), []],
]

test.each(pairs)('%s: reasons follow', (_, one, other, reasons) => {
  expect(duplicateReasons(one, other)).toEqual(reasons)
})

test('a possible duplicate is shown with its reasons, strongest first', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const twin = await aRecordedPerson(world, worker, { name: '王贵英', birthDate: null, phone: '' })
  const same = await aRecordedPerson(world, worker, { idNumber: '11010519491231002X' })
  await aRecordedPerson(world, worker, { name: '李梅', phone: '' })
  const check = { name: '王桂英', birthDate: '1956-04-18', phone: '13812345678', idNumber: '110105491231002' }
  const answer = await world.as(worker).post('/people/duplicate-checks', check)
  expect(answer).toMatchObject({
    status: 200,
    body: {
      candidates: [
        {
          person: { id: same, phoneTail: '5678' },
          reasons: ['same-id-number', 'same-name-and-birth-date', 'same-name-and-phone'],
        },
        { person: { id: twin }, reasons: ['similar-name'] },
      ],
    },
  })
})

test('names in another alphabet or another order are found as candidates', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const id = await aRecordedPerson(world, worker, { name: 'Иванова Мария', phone: '' })
  for (const name of ['Мария Иванова', 'Ivanova Maria', 'ИВАНОВА МАРИЯ']) {
    const answer = await world.as(worker).post('/people/duplicate-checks', { name })
    expect([name, answer.body['candidates']]).toMatchObject([name, [{ person: { id } }]])
  }
})

test('whoever is out of sight is no candidate, not even by their identity number', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  await aRecordedPerson(world, await world.worker(agencyId), { idNumber: '11010519491231002X' })
  const other = await world.worker(agencyId, { name: '旁人' })
  const elsewhere = await world.worker(await world.agency({ name: '晨光社工站' }))
  for (const worker of [other, elsewhere]) {
    const check = {
      name: '王桂英',
      birthDate: '1956-04-18',
      phone: '13812345678',
      idNumber: '11010519491231002X',
    }
    expect((await world.as(worker).post('/people/duplicate-checks', check)).body).toEqual({ candidates: [] })
  }
})
