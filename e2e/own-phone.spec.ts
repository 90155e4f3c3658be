import { expect, type Locator, test } from '@playwright/test'
import { alertDecision } from '#contract/codes/index.ts'
import { assessmentWords } from '#web/case/assessment/assessment.words.ts'
import { awaitedWords } from '#web/case/overview/awaited.words.ts'
import { clientViewWords } from '#web/case/assessment/client-view.words.ts'
import { linkedPaperWords } from '#web/client-links/linked-paper.words.ts'
import { linkSentences } from '#web/secure-links/links.sentences.ts'
import { scaleWords } from '#web/instruments/scales.words.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { whole } from './looking/whole.ts'
import { aMotherAssessed, wrongLine } from './telling/assessed.ts'
import { languageNames as names, makeLink, openAt, phone } from './telling/own-phone.ts'
import { signIn, type Teller, tellerAt } from './telling/teller.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

const right = async (them: Teller, groups: readonly Locator[]) => {
  const c = them.words(clientViewWords)
  for (const question of groups) await them.tickBox(question.getByLabel(c('right'), { exact: true }))
}

const corrected = 'Я хочу попросить, но не знаю кого.'

for (const language of languagesLookedAt)
  test(`a Russian-speaking mother confirms on her own phone and corrects one line (${language})`, async ({
    page,
    browser,
  }) => {
    const teller = await signIn(page, 'chen.siyuan', language)
    const { caseId } = await aMotherAssessed(page)
    await page.goto(`/cases/${caseId}/assessment`)
    const reads = language === 'zh-CN' ? 'ru' : language
    const link = await makeLink(teller, names[reads], `${language}-confirm`)
    await teller.sees(teller.words(awaitedWords)('waiting'))
    await expect(page.getByText(/Ольга Иванова.*\d/u).first()).toBeVisible()

    const elsewhere = await browser.newContext({ locale: reads, viewport: phone })
    const them = tellerAt(await elsewhere.newPage(), reads)
    const over = them.page
    const c = them.words(clientViewWords)
    const p = them.words(linkedPaperWords)
    await openAt(them, link)
    await them.sees(p('confirmLead'))
    // No way leads from here into the staff's part.
    await expect(over.getByRole('link')).toHaveCount(1)
    const questions = over.getByRole('group', { name: c('lineQuestion') })
    await right(them, await questions.all())
    const wrong = over.getByRole('listitem').filter({ hasText: wrongLine })
    await them.tickBox(wrong.getByLabel(c('wrong'), { exact: true }))
    await them.fill(c('howItIs'), corrected, wrong)
    await whole(them, `${language}-confirm-read`)
    await over.setViewportSize(phone)
    // A reload takes nothing, and neither does a lost connection.
    await over.reload()
    await expect(over.getByLabel(c('howItIs'))).toHaveValue(corrected)
    await elsewhere.setOffline(true)
    await them.press(p('send'))
    await them.sees(p('offline'))
    await elsewhere.setOffline(false)
    await them.press(p('send'))
    await them.sees(p('thanksLead'))
    await whole(them, `${language}-confirm-thanks`)
    expect(
      await over.evaluate(() => [
        ...Object.keys(localStorage).filter((key) => key.includes('form')),
        ...Object.keys(sessionStorage).filter((key) => key.includes('form')),
      ]),
    ).toEqual([])

    const a = teller.words(assessmentWords)
    const t = teller.words(clientViewWords)
    await expect(async () => {
      await page.reload()
      await expect(page.getByText(t('byLink'))).toBeVisible({ timeout: 3_000 })
    }).toPass()
    await teller.sees(a('corrected'))
    await teller.sees(corrected)
    await whole(teller, `${language}-confirmed`)
    await openAt(tellerAt(await elsewhere.newPage(), reads), link)
    const [, again] = elsewhere.pages()
    await expect(
      again?.getByText(linkSentences['links/answered'][reads]) ?? over.locator('none'),
    ).toBeVisible()
    await elsewhere.close()
  })

for (const language of languagesLookedAt)
  test(`danger in a scale that was answered on a phone asks for the decision at once (${language})`, async ({
    page,
    browser,
  }) => {
    const teller = await signIn(page, 'chen.siyuan', language)
    const { caseId } = await aMotherAssessed(page)
    const s = teller.words(scaleWords)
    await page.goto(`/cases/${caseId}/scales`)
    await page.getByRole('combobox', { name: new RegExp(s('which'), 'u') }).selectOption('phq-9')
    const link = await makeLink(teller, names[language], `${language}-scale`)
    const elsewhere = await browser.newContext({ locale: language, viewport: phone })
    const them = tellerAt(await elsewhere.newPage(), language)
    const over = them.page
    const p = them.words(linkedPaperWords)
    await openAt(them, link)
    await them.sees(p('scaleLead'))
    await whole(them, `${language}-scale-read`)
    await over.setViewportSize(phone)
    const items = over.locator('.scale-items > li')
    await expect(items).toHaveCount(9)
    for (let at = 0; at < 9; at += 1)
      await them.tickBox(
        items
          .nth(at)
          .getByRole('radio')
          .nth(at === 8 ? 1 : 0),
      )
    await them.press(p('send'))
    await them.sees(p('notAlone'))
    await expect(over.getByRole('link', { name: '120', exact: true })).toHaveAttribute('href', 'tel:120')
    await expect(over.getByText(/\b1 \/|PHQ/u)).toHaveCount(0)
    await whole(them, `${language}-scale-thanks`)
    await elsewhere.close()

    await expect(async () => {
      await page.reload()
      await expect(page.getByText(alertDecision.label('emergency', language)).first()).toBeVisible({
        timeout: 3_000,
      })
    }).toPass()
    await whole(teller, `${language}-scale-decide`)
  })
