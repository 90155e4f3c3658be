import { type APIRequestContext, expect, test } from '@playwright/test'
import { fileSection, referralState, referralWay } from '#contract/codes/index.ts'
import { agenciesWords } from '#web/agencies/agencies.words.ts'
import { partnerWords } from '#web/partners/partners.words.ts'
import { referralSheetWords } from '#web/sharing/referral-sheet.words.ts'
import { sharingWords } from '#web/sharing/sharing.words.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { whole } from './looking/whole.ts'
import { anElder } from './telling/elder.ts'
import { signIn, type Teller } from './telling/teller.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

/** The administrator adds a partner and issues a credential, which is shown this once. */
async function aCredential(teller: Teller, name: string) {
  const { page, language } = teller
  const p = teller.words(partnerWords)
  await page.goto('/agency')
  await teller.press(p('add'))
  await teller.fill(p('name'), name, teller.dialog())
  await teller.press(p('add'), teller.dialog())
  const card = page.locator('.partners > li', { hasText: name })
  await expect(card).toContainText(p('noCredential'))
  await teller.press(p('issue'), card)
  await teller.press(p('issue'), teller.dialog())
  await teller.sees(p('issued', { name }))
  await whole(teller, `${language}-issued`)
  return { token: await page.locator('.partner-secret').first().innerText(), card }
}

type Task = Readonly<{ id: string; status: string; entry?: readonly { resource: Task }[] }>

/** The partner’s program. */
function programOf(request: APIRequestContext, address: string, token: string) {
  const headers = { authorization: `Bearer ${token}` }
  const get = (path: string) => request.get(`${address}/api/fhir/R4${path}`, { headers })
  return {
    get,
    only: async (path: string) => ((await (await get(path)).json()) as Task).entry?.[0]?.resource.id ?? '',
    async answer(id: string, status: string, more: object = {}) {
      const etag = (await get(`/Task/${id}`)).headers()['etag'] ?? ''
      const data = JSON.stringify({ resourceType: 'Task', id, status, ...more })
      const sent = { ...headers, 'if-match': etag, 'content-type': 'application/fhir+json' }
      const answer = await request.put(`${address}/api/fhir/R4/Task/${id}`, { data, headers: sent })
      expect(answer.status(), await answer.text()).toBe(200)
    },
  }
}

for (const language of languagesLookedAt)
  test(`a partner’s program reads and answers a referral, and the worker sees it (${language})`, async ({
    page,
    browser,
    playwright,
  }) => {
    const name = `滨河居家养老 ${Date.now()}`
    const elsewhere = await browser.newContext()
    const administrator = await signIn(await elsewhere.newPage(), 'gao.min', language)
    await administrator.page.goto('/agency')
    await administrator.sees(administrator.words(agenciesWords)('title'))
    const { token, card } = await aCredential(administrator, name)

    const teller = await signIn(page, 'chen.siyuan', language)
    const s = teller.words(referralSheetWords)
    const { inquiryId } = await anElder(teller, name)
    await page.goto(`/inquiries/${inquiryId}/referrals`)
    await teller.press(teller.words(sharingWords)('write'))
    await teller.choose(s('way'), referralWay.label('partner', language))
    await teller.choose(s('partner'), name)
    await teller.fill(s('serviceNeeded'), '助餐和陪同就医')
    await teller.fill(s('summary'), '独居老人，住在乙区。')
    await teller.fill(s('expectation'), '由贵站评估并提供助餐。')
    await teller.tick(fileSection.label('identity', language))
    await expect(page.locator('.package')).toContainText('吴桂芝')
    await whole(teller, `${language}-writing`)
    await teller.press(s('send'))
    await expect(page.getByText(referralState.label('requested', language)).first()).toBeVisible()

    const request = await playwright.request.newContext()
    const program = programOf(request, new URL(page.url()).origin, token)
    const id = await program.only('/Task?status=requested')
    expect(await (await program.get(`/Bundle/${id}`)).text()).toContain('吴桂芝')
    await program.answer(id, 'accepted')
    await program.answer(id, 'in-progress', { executionPeriod: { start: '2026-01-05' } })
    await program.answer(id, 'completed', { output: [{ valueString: '每天送餐，已陪同就医。' }] })
    await page.reload()
    await teller.sees('每天送餐，已陪同就医。')
    await expect(page.getByText(referralState.label('completed', language)).first()).toBeVisible()
    await whole(teller, `${language}-answered`)

    // Taken back, it is shut in that moment.
    const p = administrator.words(partnerWords)
    await administrator.press(p('takeBack'), card)
    await administrator.press(p('takeBack'), administrator.dialog())
    await expect(card).toContainText(p('ended'))
    expect((await program.get('/Task')).status()).toBe(401)
    await request.dispose()
    await elsewhere.close()
  })
