import type { FamilyRelation } from '#contract/codes/index.ts'
import type { ChildKind, UnionType } from './model.ts'

/** Somebody as a record knows them. `sex` is the code of the record: 1 male, 2 female. */
export type Relative = Readonly<{
  id: string
  name: string
  sex: string
  birth: string | null
  birthPrecision?: string
}>

type Couple = {
  id: string
  partnerA: string | null
  partnerB: string | null
  type: UnionType
  divorced: boolean
}
type Child = Readonly<{ union: string; child: string; kind: ChildKind }>

const parentKinds: Readonly<Partial<Record<FamilyRelation, readonly [string, ChildKind]>>> = {
  father: ['parents', 'biological'],
  mother: ['parents', 'biological'],
  'adoptive-father': ['adoptive', 'adopted'],
  'adoptive-mother': ['adoptive', 'adopted'],
  'foster-parent': ['foster', 'foster'],
}
const grandparents: Readonly<Partial<Record<FamilyRelation, readonly [string, 'male' | 'female']>>> = {
  'paternal-grandfather': ['father', 'male'],
  'paternal-grandmother': ['father', 'female'],
  'maternal-grandfather': ['mother', 'male'],
  'maternal-grandmother': ['mother', 'female'],
  'husbands-father': ['spouse', 'male'],
  'husbands-mother': ['spouse', 'female'],
  'wifes-father': ['spouse', 'male'],
  'wifes-mother': ['spouse', 'female'],
}
const parentsSiblings: Readonly<Partial<Record<FamilyRelation, string>>> = {
  'fathers-elder-brother': 'father',
  'fathers-younger-brother': 'father',
  'fathers-sister': 'father',
  'mothers-brother': 'mother',
  'mothers-sister': 'mother',
}
const grandchildren: Readonly<Partial<Record<FamilyRelation, 'son' | 'daughter'>>> = {
  'sons-son': 'son',
  'sons-daughter': 'son',
  'daughters-son': 'daughter',
  'daughters-daughter': 'daughter',
}

/** A family that grows around one person, relative by relative. */
export class Sprout {
  /** Those first from whom others hang: parents, partners, children. */
  static readonly order = ['parents', 'partners', 'children', 'others'] as const
  private readonly self: Relative
  private readonly persons: (Relative & { index: boolean })[]
  private readonly couples = new Map<string, Couple>()
  private readonly children: Child[] = []
  /** Who has which place: father, mother, spouse, son, daughter. */
  private readonly role = new Map<string, string>()

  constructor(self: Relative) {
    this.self = self
    this.persons = [{ ...self, index: true }]
  }

  /** What has grown; parents of whom nobody is recorded are one unknown parent. */
  told() {
    for (const couple of this.couples.values()) couple.partnerA ??= this.unknown(`unknown, ${couple.id}`, '9')
    const whole = [...this.couples.values()].map(({ divorced, ...couple }) => ({
      ...couple,
      ...(divorced ? { type: 'divorced' } : {}),
    }))
    return { persons: this.persons, unions: whole, childLinks: this.children }
  }

  /** Places somebody, when it is their turn; false when it is not, or when the relation does not say where they belong. */
  place(step: (typeof Sprout.order)[number], person: Relative, kind: FamilyRelation): boolean {
    if (step === 'parents') return this.placeParent(person, kind)
    if (step === 'partners') return this.placePartner(person, kind)
    return step === 'children' ? this.placeChild(person, kind) : this.placeOther(person, kind)
  }

  private placeParent(person: Relative, kind: FamilyRelation): boolean {
    const [name, childKind] = parentKinds[kind] ?? []
    if (name === undefined || childKind === undefined || !this.join(name, person)) return false
    this.hang(name, this.self.id, childKind)
    if (kind === 'father' || kind === 'mother') this.role.set(kind, person.id)
    return true
  }

  private placePartner(person: Relative, kind: FamilyRelation): boolean {
    if (kind === 'stepfather' || kind === 'stepmother') {
      const parent = this.role.get(kind === 'stepfather' ? 'mother' : 'father')
      this.pair(`step ${person.id}`, person, parent ?? null)
      if (parent === undefined) this.hang(`step ${person.id}`, this.self.id, 'step')
      return true
    }
    if (!['husband', 'wife', 'partner', 'former-spouse'].includes(kind)) return false
    const couple = this.pair(`with ${person.id}`, person, this.self.id)
    couple.type = kind === 'partner' ? 'cohabitation' : 'marriage'
    couple.divorced = kind === 'former-spouse'
    if (kind === 'husband' || kind === 'wife') this.role.set('spouse', person.id)
    return true
  }

  private placeChild(person: Relative, kind: FamilyRelation): boolean {
    if (kind === 'stepson' || kind === 'stepdaughter') {
      this.add(person)
      const own = this.pair('of the spouse', null, this.roleOf('spouse', ''))
      this.hang(own.id, person.id, 'biological')
      return true
    }
    const childKind = {
      son: 'biological',
      daughter: 'biological',
      'adopted-son': 'adopted',
      'adopted-daughter': 'adopted',
    } as const
    if (!(kind in childKind)) return false
    this.add(person)
    this.hang(this.ownCouple(), person.id, kind.startsWith('adopted') ? 'adopted' : 'biological')
    const role = kind.endsWith('son') ? 'son' : 'daughter'
    this.role.set(role, this.role.has(role) ? '' : person.id)
    return true
  }

  private placeOther(person: Relative, kind: FamilyRelation): boolean {
    if (kind.endsWith('-brother') || kind.endsWith('-sister')) {
      const of = parentsSiblings[kind]
      this.add(person)
      this.hang(
        of === undefined
          ? this.parentsOf('', this.self.id)
          : this.parentsOf(of, this.roleOf(of, of === 'father' ? '1' : '2')),
        person.id,
        'biological',
      )
      return true
    }
    const [of] = grandparents[kind] ?? []
    if (of !== undefined) {
      const child = this.roleOf(
        of,
        of === 'father' ? '1' : of === 'mother' ? '2' : kind.startsWith('husband') ? '1' : '2',
      )
      return this.join(this.parentsOf(of, child), person)
    }
    const through = grandchildren[kind]
    if (through !== undefined) {
      this.add(person)
      this.hang(this.pair(`of the ${through}`, null, this.childOf(through)).id, person.id, 'biological')
      return true
    }
    if (kind !== 'daughter-in-law' && kind !== 'son-in-law') return false
    const couple = this.pair(
      `of the ${kind === 'daughter-in-law' ? 'son' : 'daughter'}`,
      null,
      this.childOf(kind === 'daughter-in-law' ? 'son' : 'daughter'),
    )
    if (couple.partnerB !== null) return false
    this.add(person)
    couple.partnerB = person.id
    return true
  }

  private add(person: Relative) {
    if (!this.persons.some(({ id }) => id === person.id)) this.persons.push({ ...person, index: false })
  }

  /** Somebody who must have been there and is not recorded. */
  private unknown(id: string, sex: string): string {
    this.add({ id, name: '', sex, birth: null })
    return id
  }

  private pair(id: string, person: Relative | null, other: string | null): Couple {
    const known = this.couples.get(id)
    if (known) return known
    if (person) this.add(person)
    const couple: Couple = {
      id,
      partnerA: person?.id ?? other,
      partnerB: person ? other : null,
      type: 'marriage',
      divorced: false,
    }
    this.couples.set(id, couple)
    return couple
  }

  /** Joins somebody to a couple of parents; false when both places are taken. */
  private join(id: string, person: Relative): boolean {
    const couple = this.couples.get(id) ?? {
      id,
      partnerA: null,
      partnerB: null,
      type: 'marriage',
      divorced: false,
    }
    if (couple.partnerA !== null && couple.partnerB !== null) return false
    this.couples.set(id, couple)
    this.add(person)
    if (couple.partnerA === null) couple.partnerA = person.id
    else couple.partnerB = person.id
    return true
  }

  private hang(union: string, child: string, kind: ChildKind) {
    if (!this.children.some((link) => link.union === union && link.child === child))
      this.children.push({ union, child, kind })
  }

  /** The couple whose child somebody is; of the person themself where no role is named. */
  private parentsOf(role: string, child: string): string {
    const id = role === '' ? 'parents' : `parents of the ${role}`
    if (!this.couples.has(id))
      this.couples.set(id, { id, partnerA: null, partnerB: null, type: 'marriage', divorced: false })
    this.hang(id, child, 'biological')
    return id
  }

  private roleOf(role: string, sex: string): string {
    const known = this.role.get(role)
    if (known !== undefined && known !== '') return known
    const id = this.unknown(`unknown ${role}`, sex)
    this.role.set(role, id)
    if (role === 'spouse') this.pair('with the spouse', { id, name: '', sex, birth: null }, this.self.id)
    else if (this.join('parents', { id, name: '', sex, birth: null }))
      this.hang('parents', this.self.id, 'biological')
    return id
  }

  /** The only son, or daughter; one without a name where there is none or several. */
  private childOf(role: 'son' | 'daughter'): string {
    const known = this.role.get(role)
    if (known !== undefined && known !== '') return known
    const id = this.unknown(`unknown ${role}`, role === 'son' ? '1' : '2')
    this.hang(this.ownCouple(), id, 'biological')
    return id
  }

  /** The couple of the person and the only partner there is; else of the person alone. */
  private ownCouple(): string {
    const own = [...this.couples.values()].filter(
      ({ partnerA, partnerB }) => partnerA === this.self.id || partnerB === this.self.id,
    )
    const [only] = own.filter(({ partnerB }) => partnerB !== null)
    if (only && own.length === 1) return only.id
    return this.pair('alone', null, this.self.id).id
  }
}
