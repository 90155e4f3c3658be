import { expect, test } from '@playwright/test'
import { fileSection, referralMove, referralState, referralWay } from '#contract/codes/index.ts'
import { referralSheetWords } from '#web/sharing/referral-sheet.words.ts'
import { linkSentences } from '#web/secure-links/links.sentences.ts'
import { linkWords } from '#web/secure-links/links.words.ts'
import { sharingWords } from '#web/sharing/sharing.words.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { whole } from './looking/whole.ts'
import { anElder, there, write } from './telling/elder.ts'
import { signIn, type Teller, tellerAt } from './telling/teller.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

const here = '安宁社会工作服务站'

for (const language of languagesLookedAt)
  test(`an elder of district B is referred, accepted there, helped, and says so (${language})`, async ({
    page,
    browser,
  }) => {
    const teller = await signIn(page, 'chen.siyuan', language)
    const t = teller.words(sharingWords)
    const s = teller.words(referralSheetWords)
    const move = (code: Parameters<typeof referralMove.label>[0]) => referralMove.label(code, language)
    const { personId, inquiryId, consentId } = await anElder(teller)
    await page.goto(`/inquiries/${inquiryId}/referrals`)
    await whole(teller, `${language}-none`)
    await teller.press(t('write'))

    await teller.sees(s('preview'))
    await expect(page.getByRole('combobox', { name: s('reason') })).toHaveValue('out-of-area')
    await teller.choose(s('agency'), there)
    await teller.fill(s('serviceNeeded'), '助餐和陪同就医')
    await teller.fill(s('summary'), '独居老人，户籍和住处都在乙区，本站只服务甲区。')
    await teller.fill(s('expectation'), '由贵机构评估并提供助餐。')
    await teller.tick(fileSection.label('identity', language))
    await teller.tick(fileSection.label('contact', language))
    // Ticked and not consented to: it is not in there, and sending is refused.
    const shared = page.locator('.package')
    await expect(page.getByText(s('missing'))).toBeVisible()
    await expect(shared).toContainText('吴桂芝')
    await expect(shared).not.toContainText('2271')
    await whole(teller, `${language}-writing`)
    await teller.press(s('send'))
    await expect(page.getByRole('button', { name: s('send'), exact: true })).toBeVisible()
    await page.getByLabel(fileSection.label('contact', language), { exact: true }).first().press(' ')
    await expect(page.getByText(s('missing'))).toHaveCount(0)
    const previewed = await shared.innerText()
    await teller.press(s('send'))
    await expect(page.getByText(referralState.label('requested', language)).first()).toBeVisible()
    expect(await shared.innerText()).toBe(previewed)
    await whole(teller, `${language}-sent`)

    const elsewhere = await browser.newContext()
    const receiver = await signIn(await elsewhere.newPage(), 'okafor', language)
    const over = receiver.page
    await over.goto('/received-referrals')
    await whole(receiver, `${language}-came`)
    await receiver.follow(here)
    // What was previewed is what arrives, letter for letter.
    await expect(over.locator('.package')).toBeVisible()
    expect(await over.locator('.package').innerText()).toBe(previewed)
    await whole(receiver, `${language}-received`)
    const take = async (code: 'accept' | 'begin' | 'complete', words?: string) => {
      await receiver.press(move(code))
      if (words) await receiver.fill(t('report'), words, receiver.dialog())
      await receiver.press(move(code), receiver.dialog())
      await expect(receiver.dialog()).toHaveCount(0)
    }
    await take('accept')
    await expect(over.getByRole('link', { name: t('toContact'), exact: true })).toBeVisible()
    await take('begin')
    await take('complete', '每天送餐，已陪同就医一次。')

    await page.reload()
    await teller.sees('每天送餐，已陪同就医一次。')
    await teller.press(move('confirm'))
    await teller.fill(t('clientWords'), '饭菜合口味。', teller.dialog())
    await whole(teller, `${language}-confirming`)
    await teller.press(move('confirm'), teller.dialog())
    await expect(page.getByText(referralState.label('client-confirmed', language)).first()).toBeVisible()
    await whole(teller, `${language}-confirmed`)

    // The consent is withdrawn: in that second the package is gone there, and both are told.
    const withdrawal = `/people/${personId}/consents/${consentId}/withdrawal`
    await write(page, 'put', withdrawal, { reason: '老人改变了主意。' }, 1)
    await over.reload()
    await receiver.sees(t('sightEndedHere'))
    await expect(over.locator('.package')).toHaveCount(0)
    await whole(receiver, `${language}-blind`)
    await page.reload()
    await teller.sees(t('sightEnded'))
    await elsewhere.close()
  })

const station = '乙区养老服务站'

/** Writes a referral of the elder to somebody without an account, and sends it; what was previewed. */
async function refer(teller: Teller, inquiryId: string, way: 'link' | 'paper') {
  const { page, language } = teller
  const s = teller.words(referralSheetWords)
  await page.goto(`/inquiries/${inquiryId}/referrals`)
  await teller.press(teller.words(sharingWords)('write'))
  await teller.choose(s('way'), referralWay.label(way, language))
  await teller.fill(s('receiverName'), station)
  await teller.fill(s('serviceNeeded'), '助餐和陪同就医')
  await teller.fill(s('summary'), '独居老人，住在乙区，本站只服务甲区。')
  await teller.fill(s('expectation'), '由贵站评估并提供助餐。')
  await teller.tick(fileSection.label('identity', language))
  const shared = page.locator('.package')
  await expect(shared).toContainText('吴桂芝')
  await expect(shared).toContainText('由贵站评估并提供助餐。')
  const previewed = await shared.innerText()
  await teller.press(s('send'))
  await expect(page.getByText(referralState.label('requested', language)).first()).toBeVisible()
  return previewed
}

for (const language of languagesLookedAt)
  test(`a receiver without an account answers by a link until the consent is withdrawn (${language})`, async ({
    page,
    browser,
  }) => {
    const teller = await signIn(page, 'chen.siyuan', language)
    const l = teller.words(linkWords)
    const { personId, inquiryId, consentId } = await anElder(teller, station)
    const previewed = await refer(teller, inquiryId, 'link')
    await teller.press(l('issue'))
    await teller.fill(l('phoneTail'), '138 0931 2271', teller.dialog())
    await teller.press(l('issue'), teller.dialog())
    await teller.sees(l('issued'))
    const link = await page.locator('.secure-link-shown').first().innerText()
    // Nothing about anybody can be read in the link, or in the message that goes with it.
    expect(new URL(link).pathname + new URL(link).search).toBe('/link')
    await whole(teller, `${language}-link-issued`)

    const elsewhere = await browser.newContext({ locale: language })
    const them = tellerAt(await elsewhere.newPage(), language)
    const over = them.page
    await over.goto(link)
    const answer = async (digits: string) => {
      await them.fill(l('answer'), digits)
      await them.press(l('enter'))
    }
    await answer('0000')
    await them.sees(linkSentences['links/not-opened'][language])
    await whole(them, `${language}-link-door`)
    await answer('2271')
    // What was previewed is what they read, letter for letter.
    await expect(over.locator('.package')).toBeVisible()
    expect(await over.locator('.package').innerText()).toBe(previewed)
    await whole(them, `${language}-link-read`)
    await them.press(referralMove.label('accept', language))
    await them.press(referralMove.label('accept', language), them.dialog())
    await expect(over.getByText(referralState.label('accepted', language)).first()).toBeVisible()
    expect(
      await over.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('form/'))),
    ).toEqual([])

    await page.reload()
    await expect(page.getByText(referralState.label('accepted', language)).first()).toBeVisible()
    await write(
      page,
      'put',
      `/people/${personId}/consents/${consentId}/withdrawal`,
      { reason: '老人改变了主意。' },
      1,
    )
    // In that second: the next thing they do is answered with why, and nothing of the package is left.
    await over.reload()
    await answer('2271')
    await them.sees(linkSentences['links/consent-withdrawn'][language])
    await expect(over.locator('.package')).toHaveCount(0)
    await whole(them, `${language}-link-blind`)
    await page.reload()
    await teller.sees(teller.words(sharingWords)('sightEnded'))
    await whole(teller, `${language}-link-ended`)
    await elsewhere.close()
  })

for (const language of languagesLookedAt)
  test(`a letter with a reply slip goes out, and its answer is written down (${language})`, async ({
    page,
  }) => {
    const teller = await signIn(page, 'chen.siyuan', language)
    const t = teller.words(sharingWords)
    const { inquiryId } = await anElder(teller, station)
    await refer(teller, inquiryId, 'paper')
    await whole(teller, `${language}-letter`)
    const [letter] = await Promise.all([page.waitForEvent('download'), teller.follow(t('word'))])
    expect(letter.suggestedFilename()).toMatch(/\.docx$/u)
    await teller.press(referralMove.label('reject', language))
    await teller.fill(t('reason'), '本月没有名额。', teller.dialog())
    // What is typed outlives a reload.
    await page.reload()
    await teller.press(referralMove.label('reject', language))
    await expect(teller.dialog().getByRole('textbox')).toHaveValue('本月没有名额。')
    await teller.press(referralMove.label('reject', language), teller.dialog())
    await expect(page.getByText(referralState.label('rejected', language)).first()).toBeVisible()
  })
