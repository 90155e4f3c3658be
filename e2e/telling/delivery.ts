import { expect } from '@playwright/test'
import { activityType, contactMode, personSeen } from '#contract/codes/index.ts'
import { uiWords } from '#web/app/ui.words.ts'
import { deliveryWords } from '#web/case/delivery/delivery.words.ts'
import { recordWords } from '#web/case/delivery/record.words.ts'
import { daysFromNow, hoursAgo } from './moments.ts'
import { firstStep, shortGoal } from './plan.ts'
import type { Teller } from './teller.ts'

/** The work itself: two contacts recorded, a step done, a deadline moved with its reason. */
export async function serve(teller: Teller, caseId: string) {
  const { page } = teller
  const t = teller.words(deliveryWords)
  await page.goto(`/cases/${caseId}/delivery`)
  await settleTheFirstStep(teller)
  await moveTheSecond(teller)
  await writeRecord(teller, caseId, '陪小龙上第一堂美术课。', 30)
  await writeRecord(teller, caseId, '家访，与奶奶回顾一周。', 4)
  await page.goto(`/cases/${caseId}/delivery`)
  await expect(page.getByText(t('settled', { count: 1 }))).toBeVisible()
}

async function settleTheFirstStep(teller: Teller) {
  const t = teller.words(deliveryWords)
  const step = teller.page.getByRole('listitem').filter({ hasText: firstStep }).last()
  await teller.press(t('done'), step)
  await teller.fill(t('outcome'), '老师答应了，座位在门边。', teller.dialog())
  await teller.press(t('keep'), teller.dialog())
  await expect(teller.dialog()).toHaveCount(0)
}

async function moveTheSecond(teller: Teller) {
  const t = teller.words(deliveryWords)
  const step = teller.page.getByRole('listitem').filter({ hasText: '星期三早上八点到校门口' }).last()
  await teller.press(t('move'), step)
  await teller.fill(t('newDate'), daysFromNow(17), teller.dialog())
  await teller.fill(t('reason'), '这个星期三学校开运动会', teller.dialog())
  await teller.press(t('keep'), teller.dialog())
  await expect(teller.dialog()).toHaveCount(0)
  await expect(teller.page.getByText('这个星期三学校开运动会')).toBeVisible()
}

/** One contact: what was seen and heard apart from what the worker makes of it. */
export async function writeRecord(teller: Teller, caseId: string, what: string, hours: number) {
  const { page, language } = teller
  const t = teller.words(recordWords)
  await page.goto(`/cases/${caseId}/delivery`)
  await teller.press(teller.words(deliveryWords)('writeRecord'))
  await expect(page).toHaveURL(/process-records/u)
  await teller.fill(t('heldFrom'), hoursAgo(hours + 1))
  await teller.fill(t('heldUntil'), hoursAgo(hours))
  await teller.choose(t('mode'), contactMode.label('home-visit', language))
  await teller.fill(t('place'), '学校和家里')
  await teller.choose(t('clientSeen'), teller.words(uiWords)('yes'))
  await teller.tick(personSeen.label('client', language))
  await teller.tick(personSeen.label('relatives', language))
  await teller.fill(t('purpose'), '让他平安地走进教室')
  await teller.tick(shortGoal)
  await teller.tick(activityType.label('counselling', language))
  await teller.fill(t('performance'), what)
  await teller.fill(t('interaction'), '他说“坐在门边就可以”。')
  await teller.fill(t('intervention'), '陪同；一起给紧张打分，从八分到四分。')
  await teller.fill(t('progress'), '留到了下课。')
  await teller.fill(t('difficulty'), '课间有人起哄。')
  await teller.fill(t('solution'), '请同桌陪他。')
  await teller.fill(t('judgement'), '可以离开，所以能够留下。')
  await teller.fill(t('nextPlan'), '下周再去一次。')
  await teller.press(t('sign'))
  await expect(page.getByText(t('signed'), { exact: true }).first()).toBeVisible()
}
