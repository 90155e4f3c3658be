import { expect, test } from '@playwright/test'
import { alertDecision } from '#contract/codes/index.ts'
import { scaleWords } from '#web/instruments/scales.words.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { whole } from './looking/whole.ts'
import { signIn } from './telling/teller.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

const worker = { 'zh-CN': 'chen.siyuan', en: 'okafor', ru: 'orlova' } as const
const titles = {
  'zh-CN': '抑郁筛查量表 PHQ-9',
  en: 'PHQ-9, depression screening',
  ru: 'PHQ-9, скрининг депрессии',
} as const
const options = {
  'zh-CN': ['完全没有', '有几天'],
  en: ['Not at all', 'Several days'],
  ru: ['Ни разу', 'Несколько дней'],
} as const

for (const language of languagesLookedAt)
  test(`PHQ-9 with item 9 answered asks for the decision at once and stays on Today until it is made, in ${language}`, async ({
    page,
  }) => {
    const teller = await signIn(page, worker[language], language)
    const t = teller.words(scaleWords)
    const found = await page.request.get('/api/cases?show=mine&state=open&limit=1')
    const { rows } = (await found.json()) as { rows: readonly { id: string }[] }
    const address = `/cases/${rows[0]?.id}/scales`
    await page.goto(address)
    await whole(teller, `${language}-before`)
    await teller.choose(t('which'), titles[language])
    await teller.press(t('begin'))
    const items = page.locator('.scale-items > li')
    await expect(items).toHaveCount(9)
    const [never, some] = options[language]
    const answer = (at: number, label: string) =>
      teller.tickBox(items.nth(at).getByLabel(label, { exact: true }))
    for (let at = 0; at < 8; at += 1) await answer(at, never)
    await answer(8, some)
    await whole(teller, `${language}-answered`)
    await teller.press(t('save'))

    await teller.sees(t('dangerTitle'))
    await whole(teller, `${language}-danger`)
    // Going elsewhere and coming back does not make it go away.
    await page.goto('/')
    await page.locator(`a[href="${address}"]`).first().click()
    await teller.sees(t('dangerTitle'))
    await teller.choose(t('decision'), alertDecision.label('no-danger', language))
    await teller.fill(t('note'), '已当面核实：只是疲惫，没有伤害自己的想法。')
    await teller.press(t('decide'))
    await expect(page.getByText(t('dangerTitle'))).toHaveCount(0)
    await teller.sees('已当面核实：只是疲惫，没有伤害自己的想法。')
    await whole(teller, `${language}-decided`)
  })
