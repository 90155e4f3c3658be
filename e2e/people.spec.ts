import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { clientKind, involuntaryGround, safeChannel } from '#contract/codes/index.ts'
import type { InquirySheet } from '#contract/case/intake.ts'
import { clientsWords } from '#web/people/clients.words.ts'
import { mergingWords } from '#web/people/merging.words.ts'
import { personPickerWords } from '#web/people/person-picker.words.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { whole } from './looking/whole.ts'
import { recordByProgram } from './telling/by-program.ts'
import { signIn } from './telling/teller.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

const worker = { 'zh-CN': 'chen.siyuan', en: 'okafor', ru: 'orlova' } as const
const overseer = { 'zh-CN': 'sun.lan', en: 'reid', ru: 'sokolova' } as const

/** Somebody about whom there is a first contact at the desk, as a program writes it. */
async function somebodyAtTheDesk(page: Page, facts: Readonly<{ name: string; phone: string }>) {
  const personId = await recordByProgram(page, { id: randomUUID(), ...facts })
  const headers = { 'x-requested-with': 'alongside' }
  const inquiryId = randomUUID()
  await page.request.post('/api/inquiries', { data: { id: inquiryId, channel: 'phone' }, headers })
  const sheet: InquirySheet = {
    channel: 'phone',
    source: 'self',
    helpType: 'compelled',
    clientType: 'voluntary',
    involuntaryGround: null,
    resistance: '',
    callerId: null,
    clientId: personId,
    callerRelation: null,
    referrerName: '',
    referrerReason: '',
    willingness: 2,
    situation: '独居',
    trouble: '想问问能不能帮忙',
    toldItems: ['information-use'],
    toldLanguage: 'zh-CN',
    noticeGround: null,
    emotionalSupport: '',
  }
  const saved = await page.request.put(`/api/inquiries/${inquiryId}`, {
    data: sheet,
    headers: { ...headers, 'if-match': '"1"' },
  })
  expect(saved.status(), await saved.text()).toBe(200)
  return { personId, inquiryId }
}

/** Everything that the API says of somebody, to the byte. */
async function said(page: Page, personId: string): Promise<string> {
  const parts = ['', '/consents', '/standings', '/safe-contacts', '/families']
  const answers = await Promise.all(parts.map((part) => page.request.get(`/api/people/${personId}${part}`)))
  return (await Promise.all(answers.map((answer) => answer.text()))).join('\n')
}

for (const language of languagesLookedAt)
  test(`two records become one by two hands, and two again to the byte (${language})`, async ({
    page,
    browser,
  }) => {
    const teller = await signIn(page, worker[language], language)
    const t = teller.words(mergingWords)
    const tail = String(Date.now()).slice(-8)
    const kept = await somebodyAtTheDesk(page, { name: `顾桂英${tail}`, phone: `138${tail}` })
    const merged = await somebodyAtTheDesk(page, { name: `顾贵英${tail}`, phone: `139${tail}` })
    const before = [await said(page, kept.personId), await said(page, merged.personId)]

    await page.goto(`/people/${kept.personId}/merge`)
    const main = page.getByRole('main')
    await main.getByLabel(teller.words(personPickerWords)('search')).fill(`顾贵英${tail}`)
    await main.getByRole('button', { name: new RegExp(`顾贵英${tail}`, 'u') }).click()
    await teller.sees(t('merged'))
    await teller.fill(t('reason'), '本人到场，名字写错了一个字')
    await whole(teller, `${language}-proposing`)
    await teller.press(t('propose'))
    await teller.sees(t('anotherDecides'))
    await whole(teller, `${language}-proposed`)

    const second = await browser.newContext({ timezoneId: 'Asia/Shanghai' })
    const other = await signIn(await second.newPage(), overseer[language], language)
    await other.page.goto('/person-merges')
    await whole(other, `${language}-list`)
    await other.page
      .getByRole('link', { name: new RegExp(tail, 'u') })
      .first()
      .click()
    await other.fill(t('decisionReason'), '证件一致')
    await whole(other, `${language}-deciding`)
    await other.press(t('mergeNow'))
    await other.sees(t('undoTitle'))

    await page.goto(`/people/${merged.personId}`)
    await teller.sees(t('movedHere'))
    await expect(page.locator('h1')).toContainText(`顾桂英${tail}`)
    await whole(teller, `${language}-moved`)

    await other.fill(t('undoReason'), '其实是姐妹')
    await other.press(t('undo'))
    await expect(other.page.locator('.badge', { hasText: t('undone') })).toBeVisible()
    expect([await said(page, kept.personId), await said(page, merged.personId)]).toEqual(before)
    await second.close()
  })

for (const language of languagesLookedAt)
  test(`a compelled client, and later one of their own will (${language})`, async ({ page }) => {
    const teller = await signIn(page, worker[language], language)
    const t = teller.words(clientsWords)
    const tail = String(Date.now()).slice(-8)
    const { personId, inquiryId } = await somebodyAtTheDesk(page, {
      name: `周建军${tail}`,
      phone: `137${tail}`,
    })
    await page.goto(`/inquiries/${inquiryId}`)
    const head = page.locator('.client-kind')
    await expect(head).toContainText(clientKind.label('voluntary', language))
    const say = async (kind: 'voluntary' | 'involuntary', reason: string) => {
      await teller.press(t('sayKind'), head)
      await teller.choose(t('clientKind'), clientKind.label(kind, language), head)
      if (kind === 'involuntary') {
        await teller.choose(t('ground'), involuntaryGround.label('court-or-correction', language), head)
        await teller.fill(t('compelledBy'), '区司法局', head)
        await teller.fill(t('resistance'), '不说话，看着窗外', head)
        await teller.fill(t('approach'), '先不谈案子，陪他走一走', head)
      }
      await teller.fill(t('whyChanged'), reason, head)
      if (kind === 'involuntary') await whole(teller, `${language}-compelled-form`)
      await teller.press(t('save'), head)
      await expect(head.locator('.client-kind-now')).toContainText(clientKind.label(kind, language))
    }
    await say('involuntary', '收到司法局的决定书')
    await expect(head).toContainText('先不谈案子，陪他走一走')
    await say('voluntary', '他说想自己来')
    await head.locator('summary').click()
    await expect(head.locator('.dated-acts > li')).toHaveCount(3)

    const ways = page.locator('.safe-ways')
    await teller.press(t('addWays'), ways)
    await teller.choose(t('channel'), safeChannel.label('never', language), ways)
    await teller.fill(t('times'), '晚上', ways)
    await teller.press(t('save'), ways)
    await expect(ways.locator('.safe-way-list')).toContainText('晚上')
    await whole(teller, `${language}-compelled`)
    await page.goto(`/people/${personId}`)
    await expect(page.locator('.safe-way-list')).toContainText('晚上')
    await whole(teller, `${language}-person`)
  })
