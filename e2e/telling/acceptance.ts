import { expect } from '@playwright/test'
import {
  ability,
  helpResult,
  intakeDecision,
  riskLevel,
  serviceField,
  sufficiency,
  willingness,
} from '#contract/codes/index.ts'
import { uiWords } from '#web/app/ui.words.ts'
import { decisionWords } from '#web/case/intake/inquiry/decision.words.ts'
import { preliminaryWords } from '#web/case/intake/inquiry/preliminary.words.ts'
import type { Teller } from './teller.ts'

/** The five questions, told to the caller, and the decision to accept: the case gets its number. */
export async function acceptTheCase(teller: Teller): Promise<string> {
  await answerFiveQuestions(teller)
  await shareThem(teller)
  return decide(teller)
}

async function answerFiveQuestions(teller: Teller) {
  const { language } = teller
  const t = teller.words(preliminaryWords)
  const yes = teller.words(uiWords)('yes')
  await teller.choose(t('willingness'), willingness.label(5, language))
  await teller.fill(t('problems'), '拒绝上学')
  await teller.fill(t('howItArose'), '换班主任以后开始，与同学起过冲突。')
  await teller.fill(t('expectation'), '孩子能回到学校。')
  await teller.choose(t('soughtHelpBefore'), yes)
  await teller.fill(t('askedWhom'), '班主任刘老师')
  await teller.fill(t('help'), '奶奶请他跟同学谈一谈。')
  await teller.choose(t('helpResult'), helpResult.label('failed', language))
  await teller.fill(t('ownEfforts'), '每天早上劝他起床。')
  await teller.choose(t('agencyResources'), sufficiency.label('yes', language))
  await teller.choose(t('workerAbility'), ability.label('yes', language))
  await teller.choose(t('reconcilable'), yes)
  await teller.choose(t('inScope'), yes)
  await teller.choose(t('inArea'), yes)
  await teller.choose(t('hasCapacity'), yes)
  await teller.choose(t('riskLevel'), riskLevel.label('medium', language))
}

async function shareThem(teller: Teller) {
  const t = teller.words(preliminaryWords)
  const yes = teller.words(uiWords)('yes')
  await teller.choose(t('callerAgrees'), yes)
  await teller.choose(t('clientWishes'), yes)
  await teller.press(t('share'))
  await teller.press(t('toDecision'))
}

async function decide(teller: Teller): Promise<string> {
  const { language, page } = teller
  const t = teller.words(decisionWords)
  await teller.choose(t('decision'), intakeDecision.label('accept', language))
  await teller.fill(t('reason'), '在服务范围和区域之内，有能力服务，奶奶希望得到帮助。')
  await teller.tick(serviceField.label('rights-protection', language))
  await teller.tick(serviceField.label('mental-health', language))
  await teller.press(t('accept'))
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/u)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}
