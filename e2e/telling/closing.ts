import { expect } from '@playwright/test'
import { closingReaction, closingReason, followUpWay } from '#contract/codes/index.ts'
import { uiWords } from '#web/app/ui.words.ts'
import { closingWords } from '#web/case/closing/closing.words.ts'
import { daysFromNow } from './moments.ts'
import type { Teller } from './teller.ts'

/** The closing is prepared with the client and submitted; its author cannot approve it. */
export async function askToClose(teller: Teller, caseId: string) {
  const { page } = teller
  const t = teller.words(closingWords)
  await page.goto(`/cases/${caseId}/closing`)
  await teller.press(t('begin'))
  await writeTheClosing(teller)
  await teller.press(t('submit'))
  await expect(page.getByText(t('submitted'), { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: t('approve') })).toHaveCount(0)
}

async function writeTheClosing(teller: Teller) {
  const { language, page } = teller
  const t = teller.words(closingWords)
  await teller.choose(t('reason'), closingReason.label('goals-reached', language))
  await teller.tickAll(t('readiness'))
  await teller.fill(t('announcedOn'), daysFromNow(0))
  await teller.fill(t('mainProblem'), '不敢走进教室')
  await teller.fill(t('outcome'), '每周三到校上课，会说出自己的紧张。')
  await teller.fill(t('clientView'), '“现在肚子不疼了。”')
  await teller.fill(t('lessons'), '从喜欢的事情开始。')
  const reactions = page.getByRole('group', { name: t('reactions') })
  await teller.tick(closingReaction.label('dependence', language), reactions)
  await teller.fill(t('reactionCare'), '一起写下“没有社工的一周”的打算。')
  await teller.fill(t('review'), '看了六周的点名册和他的画。')
  await teller.fill(t('future'), '换老师的时候可能又紧张：先找美术老师。')
  await teller.choose(t('referred'), teller.words(uiWords)('no'))
  await teller.fill(t('caregiver'), '奶奶王桂英，同住')
  await teller.choose(t('followUpWay'), followUpWay.label('phone', language))
}

/** Somebody else looks at what the case reached, and approves. */
export async function approveTheClosing(approver: Teller, caseId: string) {
  const t = approver.words(closingWords)
  await approver.page.goto(`/cases/${caseId}/closing`)
  await expect(approver.page.getByText('“现在肚子不疼了。”')).toBeVisible()
  await approver.fill(t('note'), '目标达成，孩子有人可以依靠。同意结案。')
  await approver.press(t('approve'))
  await expect(approver.page.getByText(t('approved'), { exact: true }).first()).toBeVisible()
}
