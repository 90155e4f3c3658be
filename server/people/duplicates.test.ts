import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testWorld } from '#server/testing/world.ts'
import { type Asked, duplicateReasons, type Known } from './duplicates.ts'
import { nearIdNumbers, nearPhoneKeys } from './near-numbers.ts'
import { aRecordedPerson, searchedFor } from './people.factory.ts'
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
  nearPhoneMarks: [],
  idNumberMark: null,
  nearIdNumberMarks: [],
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
  [
    'a telephone with one wrong digit',
    asked({ name: '李梅', nearPhoneMarks: nearPhoneKeys('138 1234 5679') }),
    known(),
    ['phone-one-digit-off'],
  ],
  [
    'an identity number with one wrong digit',
    asked({ name: '李梅', nearIdNumberMarks: nearIdNumbers('11010519491231003X', '2026-03-02') }),
    known(),
    ['id-number-one-digit-off'],
  ],
  ['one character that looks like another', asked({ name: '王柱英' }), known(), ['look-alike-name']],
  [
    'that, and the birth date',
    asked({ name: '王柱英', birthDate: '1956-04-18' }),
    known(),
    ['look-alike-name-and-birth-date'],
  ],
  [
    'one other character, and the birth date',
    asked({ name: '王桂兰', birthDate: '1956-04-18' }),
    known(),
    ['one-letter-off-and-birth-date'],
  ],
  ['one other character alone', asked({ name: '王桂兰' }), known(), []],
  [
    'another way of romanising',
    asked({ name: 'Julia Schukina' }),
    known({ name: 'Щукина Юлия' }),
    ['similar-name'],
  ],
  [
    'a letter left out, and the birth date',
    asked({ name: 'Филипов Олег', birthDate: '1956-04-18' }),
    known({ name: 'Филиппов Олег' }),
    ['similar-name-and-birth-date'],
  ],
  ['Latin letters inside a Cyrillic word', asked({ name: 'Мaрия' }), known({ name: 'Мария' }), ['same-name']],
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

test('one wrong digit or one wrong character still finds whoever is meant', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const id = await aRecordedPerson(world, worker, { idNumber: '11010519491231002X' })
  const other = { name: '陌生名', phone: '' }
  for (const [check, reason] of [
    [{ ...other, phone: '138 1284 5678' }, 'phone-one-digit-off'],
    [{ ...other, idNumber: '11010519491231003X' }, 'id-number-one-digit-off'],
    [{ ...other, name: '王柱英' }, 'look-alike-name'],
    [{ ...other, name: '王桂兰', birthDate: '1956-04-18' }, 'one-letter-off-and-birth-date'],
  ] as const) {
    const answer = await world.as(worker).post('/people/duplicate-checks', check)
    expect([check, answer.body['candidates']]).toMatchObject([check, [{ person: { id }, reasons: [reason] }]])
  }
})

test('nobody is recorded without a search of their own, nor past somebody who is suggested', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const [worker, other] = [await world.worker(agencyId), await world.worker(agencyId, { name: '旁人' })]
  const there = await aRecordedPerson(world, worker)
  const api = world.as(worker)
  const person = { name: '王桂英', phone: '13812345678' }
  const sought = await searchedFor(api, person)
  const before = await world.counts()
  const add = (but: object, name = person.name) =>
    api.post('/people', { id: randomUUID(), ...person, name, sought: { ...sought, ...but } })
  const foreign = await searchedFor(world.as(other), person)
  for (const search of [
    '',
    'x',
    '0.',
    foreign.search,
    `${sought.search.slice(0, -1)}_`,
    `zz${sought.search}`,
  ])
    expect(await add({ search })).toMatchObject({ status: 409, body: { code: 'people/search-first' } })
  expect(await add({}, '王桂兰')).toMatchObject({ status: 409, body: { code: 'people/search-first' } })
  expect(await add({ others: [] })).toMatchObject({ status: 409, body: { code: 'people/maybe-known' } })
  for (const but of [{ ground: null }, { ground: 'other', note: ' ' }])
    expect(await add(but)).toMatchObject({ status: 422, body: { code: 'sheet-unfinished' } })
  world.at('2026-03-02T03:00:01Z')
  expect(await add({})).toMatchObject({ status: 409, body: { code: 'people/search-first' } })
  world.at('2026-03-02T02:59:59Z')
  expect({ ...(await world.counts()), audit_log: 0 }).toEqual({ ...before, audit_log: 0 })

  expect((await add({ ground: 'papers-compared' })).status).toBe(201)
  const kept = await world.rows('select others, ground from person_searches where cardinality(others) > 0')
  expect(kept).toEqual([{ others: [there], ground: 'papers-compared' }])
})

test('who is out of sight betrays nothing: not by an answer, nor by a refusal, nor by the time it takes', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const hidden = {
    name: '王桂英',
    birthDate: '1956-04-18',
    phone: '13812345678',
    idNumber: '11010519491231002X',
  }
  const nobody = {
    name: '赵桂芝',
    birthDate: '1957-05-19',
    phone: '13912345987',
    idNumber: '11010519491231100X',
  }
  await aRecordedPerson(world, await world.worker(agencyId, { name: '旁人' }), hidden)
  const api = world.as(worker)
  const near = { ...hidden, name: '王柱英', phone: '13812345679', idNumber: '11010519491231003X' }
  for (const facts of [hidden, near])
    expect((await api.post('/people/duplicate-checks', facts)).body['candidates']).toEqual([])
  const add = async (facts: typeof hidden) => {
    const answer = await api.post('/people', {
      id: randomUUID(),
      ...facts,
      sought: await searchedFor(api, facts),
    })
    return { status: answer.status, shown: Object.keys(answer.body) }
  }
  const times = { hidden: [] as number[], nobody: [] as number[] }
  for (let round = 0; round < 24; round += 1)
    for (const [who, facts] of [
      ['hidden', hidden],
      ['nobody', nobody],
    ] as const) {
      const began = performance.now()
      await api.post('/people/duplicate-checks', facts)
      times[who].push(performance.now() - began)
    }
  const quick = (list: number[]) => list.toSorted((one, other) => one - other)[6] ?? 0
  expect(quick(times.hidden) / quick(times.nobody)).toBeLessThan(1.5)
  expect(quick(times.hidden) / quick(times.nobody)).toBeGreaterThan(0.67)
  const [first, second] = [await add(hidden), await add({ ...nobody, idNumber: '' })]
  expect(first).toEqual({ ...second, status: 201 })
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
    expect((await world.as(worker).post('/people/duplicate-checks', check)).body['candidates']).toEqual([])
  }
})
