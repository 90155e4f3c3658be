import { expect, test } from 'vitest'
import type { Level } from '#contract/access.ts'
import { role, type Role } from '#contract/codes/index.ts'
import type { Actor } from './actor.ts'
import { isLendable, withLentSight } from './lent-sight.ts'
import { type Operation, operations, type Rule } from './operations.ts'
import { abilityFor, decide, permit } from './policy.ts'

const anActor = (itsRole: Role, level: Level = 3): Actor => ({
  signInId: 's',
  agencyId: 'a',
  workerId: 'me',
  name: '陈思远',
  role: itsRole,
  level,
  language: 'zh-CN',
  agencyName: '',
  demo: false,
  principals: ['me'],
})

const all = Object.keys(operations) as Operation[]
const ruleOf = (operation: Operation): Rule => operations[operation]

test.each(all)(
  '%s is refused to every role that its rule does not name, whatever else holds',
  (operation) => {
    const others = role.codes.filter((each) => !ruleOf(operation).roles.includes(each))
    for (const other of others) {
      const decision = decide(anActor(other, 1), operation, { team: ['me'], authorId: 'somebody else' })
      expect([other, decision]).toEqual([other, { allowed: false, why: 'not-allowed' }])
    }
  },
)

test('whoever does not work on a case may not work in it, and no facts count as not working on it', () => {
  const ofTheTeam = all.filter((operation) => ruleOf(operation).team)
  expect(ofTheTeam.length).toBeGreaterThan(15)
  for (const operation of ofTheTeam) {
    const worker = anActor('worker', 1)
    expect(decide(worker, operation, { team: ['somebody else'] })).toMatchObject({ allowed: false })
    expect(decide(worker, operation)).toMatchObject({ allowed: false })
  }
  expect(decide(anActor('worker'), 'plan.write', { team: ['me'] })).toEqual({ allowed: true })
})

test('who saw a case is told to its manager, and to the supervisors and heads who see it, but to no other worker', () => {
  const forManagers = all.filter((operation) => ruleOf(operation).manager)
  expect(forManagers).toEqual(['case.audit', 'break-glass.review'])
  const asked = (itsRole: Role, managerId?: string) =>
    decide(anActor(itsRole, 1), 'case.audit', { team: ['me'], ...(managerId ? { managerId } : {}) }).allowed
  expect([asked('worker', 'me'), asked('worker', 'another'), asked('worker')]).toEqual([true, false, false])
  expect([asked('supervisor', 'another'), asked('agency-head', 'another')]).toEqual([true, true])
  expect([asked('inspector', 'me'), asked('agency-administrator', 'me')]).toEqual([false, false])
})

test('nobody co-signs or approves their own work, however high their level', () => {
  const reviews = all.filter((operation) => ruleOf(operation).another)
  expect(reviews).toEqual([
    'person.decide-merge',
    'break-glass.review',
    'assessment.cosign',
    'plan.cosign',
    'evaluation.cosign',
    'closing.decide',
  ])
  for (const operation of reviews) {
    expect(decide(anActor('supervisor', 1), operation, { authorId: 'me' })).toEqual({
      allowed: false,
      why: 'own-work',
    })
  }
})

test.each([
  { level: 4, operation: 'plan.cosign', allowed: false },
  { level: 3, operation: 'plan.cosign', allowed: true },
  { level: 3, operation: 'closing.decide', allowed: false },
  { level: 2, operation: 'closing.decide', allowed: true },
] as const)(
  'a supervisor of level $level deciding $operation: allowed is $allowed',
  ({ level, operation, allowed }) => {
    expect(decide(anActor('supervisor', level), operation, { authorId: 'another' }).allowed).toBe(allowed)
  },
)

test('under break-glass nothing is done but reading: no write, no list, no print, no search, no wider sight', () => {
  const lendable = all.filter((operation) => isLendable(operation))
  expect(lendable).toEqual([
    'person.read',
    'client.read-kind',
    'case.read',
    'case.timeline',
    'interview.read',
    'assessment.read',
    'plan.read',
    'record.read',
    'evaluation.read',
    'closing.read',
    'own-fields.read',
    'follow-up.read',
  ])
  const lent = { ...anActor('supervisor', 1), lent: { openingId: 'one', until: new Date(0) } }
  for (const operation of all.filter((one) => !isLendable(one)))
    expect(decide(lent, operation, { team: ['me'], managerId: 'me' }).allowed).toBe(false)
})

test('what is lent is the sight of the one case and its client, until its time and not at it', () => {
  const me = anActor('worker')
  const until = new Date('2026-03-02T03:00:00Z')
  const running = [{ id: 'o', caseId: 'c', clientId: 'p', principalId: 'lent', until }]
  const at = (moment: string, asked: object) => withLentSight(me, asked, running, new Date(moment))
  const before = '2026-03-02T02:59:59Z'
  expect(at(before, { caseId: 'c' })).toMatchObject({ workerId: 'me', principals: ['lent'], lent: { until } })
  expect(at(before, { personId: 'p' })).toMatchObject({ principals: ['lent'] })
  for (const asked of [
    { caseId: 'another' },
    { personId: 'another' },
    { caseId: 'another', personId: 'p' },
    {},
  ])
    expect(at(before, asked)).toBeNull()
  expect(at('2026-03-02T03:00:00Z', { caseId: 'c' })).toBeNull()
})

test('administrators and inspectors have no operation that opens a case, an inquiry or a person', () => {
  const aboutPeople = all.filter((name) =>
    /^(case|inquiry|person|interview|assessment|plan|record|step|evaluation|closing|follow-up)\./u.test(name),
  )
  for (const operation of aboutPeople) {
    expect(ruleOf(operation).roles).not.toContain('agency-administrator')
    expect(ruleOf(operation).roles).not.toContain('inspector')
  }
})

test('the screen and the act get the same answer, and time only turns a yes into not now', () => {
  const worker = anActor('worker')
  expect(abilityFor(worker, 'plan.write', { team: ['me'] }, true)).toBe('yes')
  expect(abilityFor(worker, 'plan.write', { team: ['me'] }, false)).toBe('not-now')
  expect(abilityFor(worker, 'plan.write', {}, true)).toBe('not-you')
  expect(() => permit(worker, 'plan.write', {})).toThrow('not-allowed')
})
