import { expect } from '@playwright/test'
import {
  attainmentLevel,
  evaluationConclusion,
  evaluationKind,
  evaluationMethod,
  evaluationSubject,
  outcomeIndicator,
  planAppraisal,
  processIndicator,
  satisfactionItem,
  satisfactionLevel,
  satisfactionMode,
} from '#contract/codes/index.ts'
import { evaluationWords } from '#web/case/evaluation/evaluation.words.ts'
import { satisfactionWords } from '#web/case/evaluation/satisfaction.words.ts'
import { hoursAgo } from './moments.ts'
import type { Teller } from './teller.ts'

/** Did it help? The goal is rated on its scale (T = 60 for one goal at +1), the service is rated by the client. */
export async function evaluate(teller: Teller, caseId: string) {
  const { language, page } = teller
  const t = teller.words(evaluationWords)
  await page.goto(`/cases/${caseId}/evaluation`)
  await teller.choose(t('kind'), evaluationKind.label('outcome', language))
  await teller.press(t('begin'))
  await rateTheGoal(teller)
  await rateTheRest(teller)
  await askForSatisfaction(teller, caseId)
  await teller.press(t('sign'))
  await expect(page.getByText(t('signed'), { exact: true }).first()).toBeVisible()
}

export async function rateTheGoal(teller: Teller) {
  const { language, page } = teller
  const t = teller.words(evaluationWords)
  const more = attainmentLevel.label(1, language)
  await teller.tickBox(page.getByRole('radio', { name: t('rate', { who: t('worker'), level: more }) }))
  await teller.tickBox(page.getByRole('radio', { name: t('rate', { who: t('client'), level: more }) }))
  await teller.fill(t('evidence'), '点名册：六次都到')
  await expect(page.getByRole('img', { name: t('drawing', { baseline: 30, now: 60 }) })).toBeVisible()
}

export async function rateTheRest(teller: Teller) {
  const { language, page } = teller
  const t = teller.words(evaluationWords)
  for (const code of processIndicator.codes) await rate(teller, processIndicator.label(code, language), 4)
  for (const code of planAppraisal.codes) await rate(teller, planAppraisal.label(code, language), 4)
  for (const code of outcomeIndicator.codes) {
    const after = page.getByLabel(`${outcomeIndicator.label(code, language)} · ${t('after')}`)
    if (await after.isVisible()) await after.fill('能走进教室，会说出紧张。')
  }
  await teller.fill(t('heldOn'), hoursAgo(0).slice(0, 10))
  const subjects = page.getByRole('group', { name: t('subjects') })
  await teller.tick(evaluationSubject.label('client', language), subjects)
  await teller.tick(evaluationSubject.label('worker', language), subjects)
  await teller.tick(
    evaluationMethod.label('interview', language),
    page.getByRole('group', { name: t('methods') }),
  )
  await teller.fill(t('lessons'), '先从他喜欢的课开始，比劝说有用。')
  await teller.choose(t('conclusion'), evaluationConclusion.label('close', language))
}

const rate = (teller: Teller, indicator: string, level: number) =>
  teller.tickBox(
    teller.page
      .getByRole('group', { name: new RegExp(`^${indicator}`, 'u') })
      .first()
      .getByRole('radio')
      .nth(level - 1),
  )

/** The device is handed over: large questions, and back again. */
export async function askForSatisfaction(teller: Teller, caseId: string) {
  const { language, page } = teller
  const t = teller.words(satisfactionWords)
  await teller.follow(teller.words(evaluationWords)('handOver'))
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}/satisfaction$`, 'u'))
  for (const item of satisfactionItem.codes) {
    await teller.choose(satisfactionItem.label(item, language), satisfactionLevel.label(5, language))
  }
  await teller.choose(t('mode'), satisfactionMode.label('self', language))
  await teller.press(t('send'))
  await expect(page.getByRole('heading', { name: t('thanks') })).toBeVisible()
  await teller.follow(t('back'))
}
