import { expect } from '@playwright/test'
import {
  collectionMethod,
  confirmationWay,
  priority,
  problemNature,
  severity,
} from '#contract/codes/index.ts'
import { uiWords } from '#web/app/ui.words.ts'
import { assessmentWords } from '#web/case/assessment/assessment.words.ts'
import { clientViewWords } from '#web/case/assessment/client-view.words.ts'
import { sheetWords } from '#web/case/assessment/sheet.words.ts'
import { hoursAgo } from './moments.ts'
import type { Teller } from './teller.ts'

/** What the boy cannot do now, in the worker's words. */
export const problem = '不敢走进教室'
/** What he needs, which the plan then serves. */
export const need = '在学校感到安全'

/** The assessment: strengths first, then problems and needs; signed, read together, and corrected in one point. */
export async function assess(teller: Teller, caseId: string) {
  const t = teller.words(assessmentWords)
  await teller.page.goto(`/cases/${caseId}/assessment`)
  await teller.press(t('begin'))
  await writeTheGround(teller)
  await writeStrengthsProblemsNeeds(teller)
  await conclude(teller)
  await teller.press(t('sign'))
  await signInDialog(teller)
  await teller.sees(t('unconfirmed'))
  await readTogether(teller)
}

async function writeTheGround(teller: Teller) {
  const t = teller.words(sheetWords)
  await teller.fill(t('heldOn'), hoursAgo(0).slice(0, 10))
  await teller.tick(collectionMethod.label('interview', teller.language))
  await teller.tick(collectionMethod.label('home-visit', teller.language))
  await teller.fill(t('informants'), '小龙本人；奶奶；班主任刘老师')
  await teller.tickAll(t('explainedItems'))
  await teller.fill(t('presenting'), '“一走到校门口肚子就疼。”')
  await teller.fill(t('physical'), '身体健康，晚睡。')
  await teller.fill(t('psychological'), '谈到学校紧张，谈到自行车放松。')
  await teller.fill(t('social'), '与奶奶亲近；班里有一个朋友。')
  await teller.fill(t('behaviour'), '不与人冲突，回避。')
  await teller.fill(t('risks'), '目前没有伤害自己或他人的迹象。')
}

async function writeStrengthsProblemsNeeds(teller: Teller) {
  const { page, language } = teller
  const t = teller.words(sheetWords)
  await teller.press(t('addStrength'))
  await teller.fill(t('strength'), '会修自行车，做事专注；奶奶始终陪着他。', rowsOf(teller, t('strengths')))

  await teller.press(t('addProblem'))
  const problems = rowsOf(teller, t('problems'))
  await teller.fill(t('problem'), problem, problems)
  await teller.fill(t('cause'), '换班主任后被同学取外号，当众被批评。', problems)
  await teller.choose(t('nature'), problemNature.label('situational', language), problems)
  await teller.choose(t('degree'), severity.label('moderate', language), problems)
  await teller.fill(t('factors'), '父母不在身边；晚睡；有一个朋友愿意陪他。', problems)

  await teller.press(t('addNeed'))
  const needs = rowsOf(teller, t('needs'))
  await teller.fill(t('need'), need, needs)
  await teller.fill(t('clientWords'), '“有人叫我外号的时候有人管。”', needs)
  await teller.choose(t('priority'), priority.label('high', language), needs)
  await teller.tick(problem, needs)
  await expect(page.getByLabel(problem, { exact: true })).toBeChecked()
}

const rowsOf = ({ page }: Teller, label: string) => page.getByRole('group', { name: label }).first()

async function conclude(teller: Teller) {
  const t = teller.words(sheetWords)
  await teller.choose(t('needsCaseManagement'), teller.words(uiWords)('yes'))
  await teller.fill(t('caseManagementReason'), '学校、家庭和社工站要一起做。')
  await teller.fill(t('summary'), '小龙想上学，但是在教室里不觉得安全。')
  await teller.fill(t('suggestion'), '先陪他回到喜欢的课，再慢慢增加时间。')
}

/** Some signatures are asked for once more in a dialog. */
async function signInDialog(teller: Teller) {
  const dialog = teller.dialog()
  if (await dialog.isVisible()) await dialog.getByRole('button').last().click()
}

async function readTogether(teller: Teller) {
  const { page, language } = teller
  const t = teller.words(clientViewWords)
  await teller.follow(teller.words(assessmentWords)('together'))
  await expect(page.getByText(problem).first()).toBeVisible()
  await teller.choose(t('view'), t('corrected'))
  await teller.fill(t('correction'), '小龙说：不是不敢，是不想看见那几个人。')
  await teller.choose(t('way'), confirmationWay.label('signature', language))
  await teller.press(t('keep'))
  await expect(page.getByText(teller.words(assessmentWords)('corrected')).first()).toBeVisible()
}
