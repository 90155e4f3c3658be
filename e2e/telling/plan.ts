import { expect, type Locator } from '@playwright/test'
import { activityType, confirmationWay, responsibleParty, workingMethod } from '#contract/codes/index.ts'
import { riskDegree } from '#contract/case/plan.ts'
import { confirmWords } from '#web/case/plan/confirm.words.ts'
import { goalWords } from '#web/case/plan/goal.words.ts'
import { planWords } from '#web/case/plan/plan.words.ts'
import { levelName } from '#web/case/plan/scale.ts'
import { workWords } from '#web/case/plan/work.words.ts'
import { need } from './assessment.ts'
import { daysFromNow, hoursAgo } from './moments.ts'
import type { Teller } from './teller.ts'

/** What he will do, in steps small enough to be true. */
export const shortGoal = '每周三上午到校上美术课'
/** The first step, which the worker does. */
export const firstStep = '与美术老师商量靠门的座位'

/** The plan: goals first, each with its five levels, then services and steps; only what was confirmed begins. */
export async function planTogether(teller: Teller, caseId: string) {
  const t = teller.words(planWords)
  await teller.page.goto(`/cases/${caseId}/plan`)
  await teller.press(t('begin'))
  await writeGoals(teller)
  await writeTheFrame(teller)
  await teller.press(t('sign'))
  await confirmAndBegin(teller)
}

async function writeGoals(teller: Teller) {
  const { page } = teller
  const t = teller.words(goalWords)
  await teller.press(t('addLong'))
  const long = page.locator('.goal-card').first()
  await describeGoal(teller, long, '回到学校，每天上完半天课', 120)
  await teller.tick(need, long)
  await teller.press(t('addShort'))
  const short = page.locator('.goal-card').nth(1)
  await describeGoal(teller, short, shortGoal, 45)
  await writeLevels(teller, short)
  await writeService(teller, short)
  await writeSteps(teller, short)
}

async function describeGoal(teller: Teller, card: Locator, statement: string, days: number) {
  const t = teller.words(goalWords)
  await teller.fill(t('statement'), statement, card)
  await teller.fill(t('clientWords'), '“我先去画画可以。”', card)
  await teller.fill(t('indicator'), '点名册上的次数', card)
  await teller.fill(t('dueOn'), daysFromNow(days), card)
  await teller.fill(t('baseline'), '零次', card)
  await teller.fill(t('target'), '六周里到校五次', card)
  await teller.tickAll(t('smart'), card)
}

const levels = {
  0: '六周里到校五次',
  1: '六次都到',
  2: '还愿意多上一节课',
  [-1]: '到校两三次',
  [-2]: '一次也没有去',
} as const

async function writeLevels(teller: Teller, card: Locator) {
  for (const level of [0, 1, 2, -1, -2] as const) {
    await card.getByRole('textbox', { name: levelName(level, teller.language) }).fill(levels[level])
  }
  await teller.choose(teller.words(goalWords)('baselineLevel'), levelName(-2, teller.language), card)
  await teller.fill(teller.words(goalWords)('weight'), '2', card)
}

async function writeService(teller: Teller, card: Locator) {
  const t = teller.words(workWords)
  await teller.press(t('addService'), card)
  const service = card.getByRole('group', { name: t('services') }).first()
  await teller.fill(t('content'), '陪同到校，课后一起回顾', service)
  await teller.choose(t('activityType'), activityType.label('counselling', teller.language), service)
  await teller.choose(t('method'), workingMethod.label('case-work', teller.language), service)
  await teller.fill(t('form'), '陪同', service)
  await teller.fill(t('provider'), '社工站', service)
  await teller.fill(t('frequency'), '每周一次', service)
  await teller.fill(t('duration'), '两小时', service)
  await teller.fill(t('place'), '学校', service)
}

async function writeSteps(teller: Teller, card: Locator) {
  const t = teller.words(workWords)
  const steps = card.getByRole('group', { name: t('steps') }).first()
  await teller.press(t('addStep'), card)
  const first = steps.getByRole('listitem').first()
  await writeStep(teller, first, firstStep, 'worker', 5)
  await teller.press(t('addStep'), card)
  const second = steps.locator('li.row').nth(1)
  await writeStep(teller, second, '星期三早上八点到校门口', 'client', 10)
  await teller.fill(t('instructions'), '带上画笔。觉得不舒服就举红卡片。', second)
}

type Party = 'client' | 'worker'

async function writeStep(teller: Teller, row: Locator, what: string, who: Party, days: number) {
  const t = teller.words(workWords)
  await teller.fill(t('what'), what, row)
  await teller.choose(t('responsible'), responsibleParty.label(who, teller.language), row)
  await teller.fill(t('dueOn'), daysFromNow(days), row)
  await teller.fill(t('expectedOutcome'), '做到一次', row)
}

async function writeTheFrame(teller: Teller) {
  const t = teller.words(workWords)
  await teller.fill(t('startsOn'), daysFromNow(0))
  await teller.fill(t('endsOn'), daysFromNow(180))
  await teller.fill(t('reviewOn'), daysFromNow(90))
  await teller.fill(t('strategy'), '从他喜欢的课开始，小步增加，与学校一起护住他。')
  await teller.tick(workingMethod.label('case-work', teller.language))
  await teller.fill(t('rationale'), '他在修车和画画时有信心。')
  await teller.fill(t('participation'), '小龙自己提出从美术课开始；奶奶同意。')
  await teller.fill(t('evaluationWay'), '每四周看点名册，三个月后一起回顾。')
  await teller.fill(t('clientDuties'), '可以随时说不；答应的事尽力做到。')
  await teller.fill(t('agencyDuties'), '保密；按约定陪同；每月告诉奶奶进展。')
  await writeRisk(teller)
}

export async function writeRisk(teller: Teller) {
  const t = teller.words(workWords)
  await teller.press(t('addRisk'))
  const risks = teller.page.getByRole('group', { name: t('risks') }).first()
  await teller.fill(t('risk'), '在学校又被取外号', risks)
  await teller.choose(t('likelihood'), riskDegree.label('medium', teller.language), risks)
  await teller.choose(t('impact'), riskDegree.label('medium', teller.language), risks)
  await teller.fill(t('response'), '老师当场制止，当天告诉社工', risks)
  await teller.fill(t('owner'), '社工与班主任', risks)
}

/** The client alone is not enough: he is a minor, so his guardian confirms too, and only then the work begins. */
export async function confirmAndBegin(teller: Teller) {
  const { page } = teller
  const plan = teller.words(planWords)
  const begin = page.getByRole('button', { name: plan('activate') })
  await confirm(teller, 'client', 'signature')
  await expect(page.getByText(teller.words(confirmWords)('minor'))).toBeVisible()
  await expect(begin).toHaveCount(0)
  await confirm(teller, 'guardian', 'fingerprint')
  await expect(page.getByText(teller.words(confirmWords)('allGiven'))).toBeVisible()
  await begin.click()
  await expect(page.getByRole('link', { name: plan('toDelivery') })).toBeVisible()
}

async function confirm(teller: Teller, who: 'client' | 'guardian', way: 'signature' | 'fingerprint') {
  const { page } = teller
  const t = teller.words(confirmWords)
  await page
    .getByRole('listitem')
    .filter({ hasText: t(who) })
    .getByRole('button', { name: t('record') })
    .click()
  await teller.choose(t('way'), confirmationWay.label(way, teller.language), teller.dialog())
  await teller.fill(t('givenAt'), hoursAgo(0), teller.dialog())
  await teller.press(t('keep'), teller.dialog())
  await expect(teller.dialog()).toHaveCount(0)
}
