import { expect, type Page, test } from '@playwright/test'
import { contactChannel, dangerKind } from '#contract/codes/index.ts'
import { crisisWords } from '#web/case/intake/crisis/crisis.words.ts'
import { receptionWords } from '#web/case/intake/reception/reception.words.ts'
import { todayWords } from '#web/workday/today.words.ts'
import { barriersOn, faultsOf } from './looking/faults.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { signIn } from './telling/teller.ts'

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
