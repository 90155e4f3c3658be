import fc from 'fast-check'

/** One family as a file tells it, before it is read. */
export type Told = {
  persons: Record<string, unknown>[]
  unions: Record<string, unknown>[]
  childLinks: Record<string, unknown>[]
  ties: Record<string, unknown>[]
  households: Record<string, unknown>[]
}

const names = [
  '王建国',
  '欧阳小红',
  'Anna',
  'Константин Преображенский',
  '李',
  'Мария Ивановна Салтыкова-Щедрина',
  '',
]
const kinds = ['biological', 'biological', 'biological', 'adopted', 'foster']
const ties = [
  'close',
  'fused',
  'distant',
  'conflict',
  'cut-off',
  'physical-abuse',
  'caretaker',
  'sexual-abuse',
]

/**
 * Families of up to 60 people in which everything happens: remarriages, half-siblings, cousins who marry, adoption by
 * relatives, twins, losses, in-laws with parents of their own, several households. Each step of the numbers decides one act.
 */
export const anyFamily: fc.Arbitrary<Told> = fc
  .tuple(fc.array(fc.tuple(fc.nat(9), fc.nat(999), fc.nat(999)), { minLength: 1, maxLength: 60 }), fc.nat(60))
  .map(([acts, most]) => familyOf(acts, Math.max(2, most)))

/** A family in which these acts happen, until it has so many people. */
export function familyOf(acts: readonly (readonly [number, number, number])[], most: number): Told {
  const told: Told = { persons: [], unions: [], childLinks: [], ties: [], households: [] }
  const person = (sex: number, more: Record<string, unknown> = {}) => {
    const id = `p${told.persons.length + 1}`
    told.persons.push({ id, sex, name: names[told.persons.length % names.length], ...more })
    return id
  }
  const year = (id: unknown) => Number(told.persons.find((each) => each['id'] === id)?.['birth'] ?? 1950)
  const couple = (a: string, b: string, more: Record<string, unknown> = {}) => {
    const id = `u${told.unions.length + 1}`
    told.unions.push({ id, partnerA: a, partnerB: b, type: 'marriage', ...more })
    return id
  }
  const whole = () => told.persons.filter(({ status }) => status === undefined)
  const first = couple(
    person(1, { birth: '1930', death: '1999' }),
    person(2, { birth: '1932', index: true }),
    { start: '1950' },
  )
  const child = (union: string, act: number, more: Record<string, unknown> = {}) => {
    const parent = told.unions.find(({ id }) => id === union)?.['partnerA']
    const id = person(1 + (act % 2), { birth: String(year(parent) + 20 + (act % 17)), ...more })
    told.childLinks.push({ union, child: id, kind: kinds[act % kinds.length] })
    return id
  }
  for (const [act, one, other] of acts) {
    if (told.persons.length >= most) break
    const someone = whole()[one % whole().length] ?? {}
    const another = whole()[other % whole().length] ?? {}
    const union = idOf(told.unions[one % told.unions.length]) || first
    const [id, sex] = [idOf(someone), Number(someone['sex'])]
    if (act <= 2) child(union, other)
    else if (act === 3)
      couple(id, person(3 - sex, { birth: String(year(id) + (other % 9) - 4) }), {
        start: String(year(id) + 20 + (other % 20)),
        ...(other % 3 === 0 ? { divorce: '1999' } : {}),
      })
    else if (act === 4 && !told.childLinks.some((link) => link['child'] === id)) {
      const parents = couple(
        person(2, { birth: String(year(id) - 25) }),
        person(1, { birth: String(year(id) - 27) }),
      )
      told.childLinks.push({ union: parents, child: id })
    } else if (
      act === 5 &&
      id !== another['id'] &&
      sex !== another['sex'] &&
      year(id) !== 1930 &&
      Math.abs(year(id) - year(another['id'])) < 18
    )
      couple(id, idOf(another), { type: 'affair' })
    else if (act === 6) {
      const twin = { twinGroup: `t${told.persons.length}`, twinIdentical: other % 2 === 0 }
      const birth = { birth: String(1960 + (other % 40)) }
      for (const each of [child(union, other, birth), child(union, other, birth)])
        Object.assign(told.childLinks.find((link) => link['child'] === each) ?? {}, twin)
    } else if (act === 7)
      child(union, other, { status: ['miscarriage', 'abortion', 'stillborn', 'pregnancy'][other % 4] })
    else if (act === 8 && id !== another['id'])
      told.ties.push({ a: id, b: another['id'], kind: ties[other % ties.length] })
    else if (act === 9) told.households.push({ members: [id, another['id']], label: 'Дом' })
  }
  return told
}

const idOf = (entry: Readonly<Record<string, unknown>> | undefined) =>
  typeof entry?.['id'] === 'string' ? entry['id'] : ''
