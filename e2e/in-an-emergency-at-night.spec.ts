import { expect, test } from '@playwright/test'
import { breakGlassGround, breakGlassVerdict } from '#contract/codes/index.ts'
import { auditWords } from '#web/audit/audit.words.ts'
import { breakGlassWords } from '#web/break-glass/break-glass.words.ts'
import { openingsWords } from '#web/break-glass/openings.words.ts'
import { overviewWords } from '#web/case/overview/overview.words.ts'
import { personPickerWords } from '#web/people/person-picker.words.ts'
import { todayWords } from '#web/workday/today.words.ts'
import { whole } from './looking/whole.ts'
import { aCaseOf, beginTheNight, engageForTheNight } from './telling/night.ts'
import { signIn } from './telling/teller.ts'
import { languagesLookedAt } from './looking/languages.ts'

test.describe.configure({ timeout: 240_000 })

const reasons = {
  'zh-CN': '邻居夜里来电：孩子独自在家哭喊，门被反锁，需要马上联系家人。',
  en: 'A neighbour called at night: the child is alone at home and cries for help.',
  ru: 'Ночью позвонила соседка: ребёнок один дома и зовёт на помощь.',
}

for (const language of languagesLookedAt)
  test(`at night a worker opens a case, its manager is told, and the supervisor reviews it (${language})`, async ({
    page,
    browser,
  }) => {
    const [managers, supervisors] = await Promise.all([browser.newContext(), browser.newContext()])
    const manager = await signIn(await managers.newPage(), 'chen.siyuan', language)
    const { id, number, clientName } = await aCaseOf(manager)
    const email = await engageForTheNight(browser, 'gao.min')
    const { teller } = await beginTheNight(page, language, email)
    const t = teller.words(breakGlassWords)

    // They find nobody, and take the other way.
    await page.goto('/people')
    await teller.fill(teller.words(personPickerWords)('search'), clientName, page.locator('main'))
    await teller.follow(t('entry'))
    await whole(teller)
    await teller.fill(t('number'), `${number}9`)
    await teller.choose(t('ground'), breakGlassGround.label('child-in-danger', language))
    await teller.fill(t('reason'), reasons[language])
    await teller.press(t('open'))
    await teller.sees(t('notFound'))
    await teller.fill(t('number'), number)
    await teller.press(t('open'))

    // They read, and only read.
    await expect(page.getByRole('heading', { level: 1, name: clientName })).toBeVisible()
    await teller.sees(t('banner'))
    await whole(teller)
    await expect(page.getByRole('link', { name: teller.words(overviewWords)('documents') })).toHaveCount(0)
    expect((await page.request.get(`/api/cases/${id}/documents`)).status()).toBe(404)
    await page.goto(`/cases/${id}/assessment`)
    await teller.sees(t('banner'))
    await teller.press(t('close'))
    await expect(page).toHaveURL('/')
    expect((await page.request.get(`/api/cases/${id}`)).status()).toBe(404)

    // The manager is told, and sees on the audit who looked.
    await manager.page.goto('/')
    await manager.sees(manager.words(todayWords)('noticeBreakGlass', { name: clientName }))
    await manager.page.goto(`/cases/${id}/audit`)
    await manager.sees(manager.words(auditWords)('byBreakGlass'))

    // Their supervisor reviews it.
    const supervisor = await signIn(await supervisors.newPage(), 'sun.lan', language)
    const o = supervisor.words(openingsWords)
    await supervisor.page.goto('/break-glass/openings')
    await whole(supervisor)
    const card = supervisor.page.getByRole('listitem').filter({ hasText: reasons[language] }).first()
    await supervisor.press(o('review'), card)
    await supervisor.choose(o('verdict'), breakGlassVerdict.label('justified', language), card)
    await supervisor.fill(o('words'), reasons[language], card)
    await whole(supervisor)
    await supervisor.press(o('save'), card)
    await expect(card).toHaveCount(0)
    await managers.close()
    await supervisors.close()
  })
