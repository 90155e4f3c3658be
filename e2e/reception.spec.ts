import { expect, type Locator, type Page, test } from '@playwright/test'
import { shortestMilliseconds } from '#contract/case/web-form.ts'
import { contactChannel, dangerKind } from '#contract/codes/index.ts'
import { languageNames } from '#web/app/language.ts'
import { noticeFirstWords } from '#web/case/intake/inquiry/notice-first.words.ts'
import { inquiryWords } from '#web/case/intake/inquiry/inquiry.words.ts'
import { crisisWords } from '#web/case/intake/crisis/crisis.words.ts'
import { receptionWords } from '#web/case/intake/reception/reception.words.ts'
import { askWords } from '#web/case/intake/web-form/ask.words.ts'
import { webRequestWords } from '#web/case/intake/web-form/web-request.words.ts'
import { personPickerWords } from '#web/people/person-picker.words.ts'
import { todayWords } from '#web/workday/today.words.ts'
import { barriersOn, faultsOf } from './looking/faults.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { signIn, tellerAt } from './telling/teller.ts'

const people = {
  'zh-CN': { desk: 'ma.xiaoyan', head: 'zhao.hongmei' },
  en: { desk: 'okafor', head: 'reid' },
  ru: { desk: 'orlova', head: 'sokolova' },
} as const

/** Presses keys one by one and counts them; a text counts by its signs. */
function countingKeys(page: Page) {
  let pressed = 0
  return {
    press: async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
      pressed += keys.length
    },
    type: async (text: string) => {
      await page.keyboard.type(text)
      pressed += text.length
    },
    count: () => pressed,
  }
}

for (const language of languagesLookedAt)
  test(`a walk-in who only wants to know something is done by a few keys (${language})`, async ({ page }) => {
    const teller = await signIn(page, people[language].desk, language)
    const t = teller.words(receptionWords)
    await page.goto('/reception')
    const question = 'Elder card?'
    const keys = countingKeys(page)
    await expect(page.getByRole('radio', { name: t('no'), exact: true })).toBeFocused()
    // No danger; the ground is offered; only information; in person; the question; a leaflet; done.
    await keys.press('Space', 'Tab', 'Tab', 'Space')
    await expect(page.getByText(t('asked')).first()).toBeVisible()
    await keys.press('Tab', 'Space', 'ArrowRight', 'Tab')
    await keys.type(question)
    await keys.press('Tab', 'Space', 'Control+Enter')
    await expect(page.getByText(t('informed'))).toBeVisible()
    expect(keys.count() - question.length).toBeLessThanOrEqual(12)
    await teller.follow(t('look'))
    await expect(page.getByText(question).first()).toBeVisible()
    await expect(page.getByText(contactChannel.label('on-site', language)).first()).toBeVisible()
    expect([...(await faultsOf(page)), ...(await barriersOn(page))]).toEqual([])
  })

/** How long one key takes a clerk who types 40 words a minute (Card, Moran and Newell, keystroke-level model). */
const secondsForAKey = 0.28

for (const language of languagesLookedAt)
  test(`a caller who needs help is registered on one screen within a minute of keys (${language})`, async ({
    page,
  }) => {
    const teller = await signIn(page, people[language].desk, language)
    const t = teller.words(receptionWords)
    const says = teller.words(inquiryWords)
    const p = teller.words(personPickerWords)
    await page.goto('/reception')
    const keys = countingKeys(page)
    await expect(page.getByRole('radio', { name: t('no'), exact: true })).toBeFocused()
    await keys.press('Space')
    const to = async (place: Locator) => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (await place.first().evaluate((element) => element === document.activeElement)) return
        await keys.press('Tab')
      }
      throw new Error('Tab never comes there.')
    }
    await to(page.getByRole('radio', { name: new RegExp(`^${t('information')}`, 'u') }))
    const help = page.getByRole('radio', { name: new RegExp(`^${t('help')}`, 'u') })
    await keys.press('ArrowDown')
    await expect(help).toBeChecked()
    const picker = page.getByRole('group', { name: says('clientId') })
    await to(picker.getByLabel(p('search')))
    await keys.type(`Lin ${String(Date.now()).slice(-6)}`)
    await expect(picker.getByRole('button', { name: p('recordNew') })).toBeVisible()
    await to(picker.getByRole('button', { name: p('recordNew') }))
    await keys.press('Enter')
    await to(picker.getByLabel(p('phone')))
    await keys.type('13812340000')
    await to(picker.getByRole('button', { name: p('record'), exact: true }))
    await keys.press('Enter')
    await expect(picker.getByRole('button', { name: p('change') })).toBeVisible()
    // How information is used is told before anything sensitive is kept: one press, and in the language of the caller.
    const notice = teller.words(noticeFirstWords)
    await expect(page.getByText(notice('title'))).toBeVisible()
    await keys.press('Alt+i')
    await expect(page.getByText(notice('done', { language: languageNames[language] }))).toBeVisible()
    await to(page.getByRole('textbox', { name: says('trouble') }))
    await keys.type('Rent two months late.')
    await to(page.getByRole('textbox', { name: says('situation') }))
    await keys.type('Alone, no work.')
    for (const question of ['willingness', 'source', 'helpType'] as const) {
      await to(
        page
          .getByRole('group', { name: says(question) })
          .getByRole('radio')
          .first(),
      )
      await keys.press('Space')
    }
    await keys.press('Control+Enter')
    await expect(page).toHaveURL(/preliminary-assessment$/u)
    expect(keys.count() * secondsForAKey).toBeLessThan(60)
  })

test('somebody asks on the public page, and the desk takes it over', async ({ page, browser }) => {
  const language = 'zh-CN'
  const head = await signIn(page, people[language].head, language)
  const w = head.words(webRequestWords)
  await page.goto('/agency')
  const form = page.getByRole('form', { name: w('switch') })
  await head.tick(w('open'), form)
  await head.press(w('save'), form)
  await head.sees(w('saved'))
  const address = await page.locator('a[href*="/ask/"]').getAttribute('href')

  const outside = await browser.newContext({ locale: language })
  const visitor = tellerAt(await outside.newPage(), language)
  await visitor.page.goto(address ?? '')
  const a = visitor.words(askWords)
  await visitor.fill(a('message'), '晚上一个人带孩子，没有地方住。')
  await visitor.fill(a('reach'), '白天打 138 0000 1234')
  expect([...(await faultsOf(visitor.page)), ...(await barriersOn(visitor.page))]).toEqual([])
  // Nobody writes in less than four seconds; a machine that does gets a receipt and is forgotten.
  await visitor.page.waitForTimeout(shortestMilliseconds)
  await visitor.press(a('send'))
  await visitor.sees(a('asked'))
  const receipt = await visitor.page.locator('.receipt').innerText()
  expect(await visitor.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('没有地方住')
  await outside.close()

  await page.goto('/web-requests')
  const request = page.locator('.web-request', { hasText: receipt })
  await expect(request).toContainText('白天打 138 0000 1234')
  await head.press(w('take'), request)
  await expect(page).toHaveURL(/\/inquiries\/[0-9a-f-]{36}$/u)
  await expect(page.getByText('晚上一个人带孩子，没有地方住。').first()).toBeVisible()
})

for (const language of languagesLookedAt)
  test(`an emergency at reception opens its crisis and the head knows at once (${language})`, async ({
    page,
    browser,
  }) => {
    const teller = await signIn(page, people[language].desk, language)
    const t = teller.words(receptionWords)
    const says = teller.words(crisisWords)
    await page.goto('/reception')
    await page.getByRole('radio', { name: t('yes'), exact: true }).check()
    await page.getByRole('checkbox', { name: dangerKind.label('self-harm', language) }).check()
    await teller.fill(t('reason'), 'Pills in the hand.')
    await teller.press(t('keep'))
    await expect(page.getByText(says('open'))).toBeVisible()
    expect([...(await faultsOf(page)), ...(await barriersOn(page))]).toEqual([])

    const office = await browser.newPage()
    const head = await signIn(office, people[language].head, language)
    await expect(office.getByText(head.words(todayWords)('noticeEmergencyLead')).first()).toBeVisible()
    await office.close()

    await teller.fill(says('what'), 'The ambulance is on its way.')
    await teller.press(says('add'))
    await expect(page.getByText(/The ambulance is on its way\./u).first()).toBeVisible()
    await teller.fill(says('outcome'), 'In hospital; her sister is with her.')
    await teller.press(says('endButton'))
    await expect(page.getByText(says('over'))).toBeVisible()
  })
