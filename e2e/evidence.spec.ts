import { expect, test } from '@playwright/test'
import { confirmationWay } from '#contract/codes/index.ts'
import { accountWords } from '#web/access/account.words.ts'
import { demoPassword } from '#server/testing/demo-server.ts'
import { assessmentWords } from '#web/case/assessment/assessment.words.ts'
import { clientViewWords } from '#web/case/assessment/client-view.words.ts'
import { compareWords } from '#web/case/assessment/compare.words.ts'
import { evidenceWords } from '#web/case/assessment/evidence/evidence.words.ts'
import { barriersOn } from './looking/faults.ts'
import { whole } from './looking/whole.ts'
import { signIn } from './telling/teller.ts'

test.describe.configure({ timeout: 120_000 })

const line = 'Без ночных смен не хватает на жильё'
const corrected = 'Хватает, но впритык: откладывать не получается.'

test('a contradiction is settled, and a Russian-speaking mother corrects one line on a phone', async ({
  page,
}) => {
  const teller = await signIn(page, 'orlova', 'ru')
  const t = teller.words(evidenceWords)
  await page.goto('/cases')
  await page
    .getByRole('link', { name: /Павлова Ирина/u })
    .first()
    .click()
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/u)
  const caseAddress = page.url()
  await page.goto(`${caseAddress}/evidence`)
  await teller.sees(t('openContradictions', { count: 1 }))
  await whole(teller, 'contradicted')
  await teller.press(t('settle'))
  await teller.fill(t('settleNote'), 'Спросили вместе: дважды, пока она бегала в аптеку внизу.')
  await teller.press(t('save'))
  await teller.sees(/Спросили вместе/u)
  await expect(page.getByText(t('contradicted'), { exact: true })).toHaveCount(0)

  const a = teller.words(assessmentWords)
  const c = teller.words(clientViewWords)
  await page.goto(`${caseAddress}/assessment`)
  await teller.sees(a('unconfirmed'))
  await teller.follow(a('together'))
  await page.setViewportSize({ width: 390, height: 844 })
  await teller.press(c('handOver'))
  const reading = page.getByRole('dialog', { name: c('handed') })
  await expect(reading).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(reading).toBeVisible()
  expect(await barriersOn(page)).toEqual([])
  for (const question of await reading.getByRole('group', { name: c('lineQuestion') }).all())
    await teller.tickBox(question.getByLabel(c('right'), { exact: true }))
  const wrong = reading.getByRole('listitem').filter({ hasText: line })
  await teller.tickBox(wrong.getByLabel(c('wrong'), { exact: true }))
  await teller.fill(c('howItIs'), corrected, wrong)
  await teller.sees(c('allRead'))
  await teller.press(c('giveBack'))
  await reading.locator('input[autocomplete="current-password"]').fill(demoPassword)
  await teller.press(teller.words(accountWords)('confirm'), reading)
  await expect(reading).toHaveCount(0)

  await teller.sees(c('lineCorrected', { count: 1 }))
  await teller.choose(c('way'), confirmationWay.label('electronic', 'ru'))
  await teller.press(c('keep'))
  await teller.sees(a('corrected'))
  await teller.sees(corrected)
  await teller.sees(c('correctedLines'))
  await whole(teller, 'corrected')

  const compare = teller.words(compareWords)
  await page.goto(`${caseAddress}/assessment`)
  await teller.press(a('beginAgain'))
  await teller.press(a('begin'))
  await teller.follow(compare('compare'))
  await expect(page.getByRole('heading', { level: 1, name: compare('title') })).toBeVisible()
  await whole(teller, 'beside')
})
