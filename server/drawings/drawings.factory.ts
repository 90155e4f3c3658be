import { randomUUID } from 'node:crypto'
import type { EcomapDay, EcomapSheet, FamilySheet } from '#contract/drawings.ts'
import { nobodyYet, placed } from '#drawing/genogram/editing.ts'

/** A client with father and mother. Say only what matters to your test. */
export function aFamily(personId: string | null = null): FamilySheet {
  const alone: FamilySheet = {
    persons: [{ ...nobodyYet('client'), personId, name: personId === null ? '李小龙' : '' }],
    unions: [],
    childLinks: [],
    ties: [{ a: 'client', b: 'father', kind: 'conflict', start: null, end: null }],
    households: [{ members: ['client', 'mother'], label: '望江小区' }],
  }
  const father = { ...nobodyYet('father'), name: '李强', sex: 'male' as const, birth: '1986' }
  const mother = { ...nobodyYet('mother'), name: '王梅', sex: 'female' as const, occupation: '售货员' }
  return [father, mother].reduce(
    (sheet, person) => placed(sheet, person, { beside: 'client', as: 'parent' }) ?? sheet,
    alone,
  )
}

/** An ecomap with a school that strains and an aunt who helps. */
export const anEcomap = (but: Partial<EcomapDay> = {}): EcomapSheet => ({
  days: [
    {
      id: randomUUID(),
      day: '2026-03-02',
      centre: '李家',
      members: [{ id: 'client', name: '小龙', sex: 'male', index: true }],
      systems: [
        {
          id: 'school',
          name: '第三小学',
          domain: 'school',
          member: 'client',
          strength: 'ordinary',
          stress: 2,
          flow: 'both',
          note: '常与老师争执',
        },
        {
          id: 'aunt',
          name: '姑姑',
          domain: 'family',
          member: null,
          strength: 'strong',
          stress: 0,
          flow: 'in',
          note: '',
        },
      ],
      ...but,
    },
  ],
})
