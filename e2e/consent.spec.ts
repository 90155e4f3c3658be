import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import {
  consentPurpose,
  consentState,
  consentWay,
  exceptionGround,
  fileSection,
  receiverKind,
} from '#contract/codes/index.ts'
import { consentWords } from '#web/consent/consent.words.ts'
import { givingWords } from '#web/consent/giving.words.ts'
import { noticeWords } from '#web/consent/notice.words.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { whole } from './looking/whole.ts'
import { recordByProgram } from './telling/by-program.ts'
import { signIn, type Teller } from './telling/teller.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

const worker = { 'zh-CN': 'chen.siyuan', en: 'okafor', ru: 'orlova' } as const

/** A child of eleven, and the guardian where one is wanted; recorded as a program records them. */
async function aChild({ page }: Teller, guardian: boolean) {
  const origin = new URL(page.url()).origin
  const headers = { origin, 'X-Requested-With': 'alongside' }
  const record = async (path: string, data: Record<string, unknown>) => {
    const answer = await page.request.post(path, { data, headers })
    expect(answer.status(), await answer.text()).toBe(201)
    return String(data['id'])
  }
  const born = `${new Date().getFullYear() - 12}-12-31`
  const childId = await recordByProgram(page, { id: randomUUID(), name: '林小树', birthDate: born })
  if (!guardian) return { childId }
  const relativeId = await recordByProgram(page, {
    id: randomUUID(),
    name: '林秀珍',
    birthDate: '1960-05-04',
  })
  await record(`/api/people/${childId}/relations`, {
    id: randomUUID(),
    relativeId,
    kind: 'paternal-grandmother',
    guardian: true,
    caregiver: true,
    livesTogether: true,
    proof: '户口簿',
  })
  return { childId }
}

const nextYear = () => `${new Date().getFullYear() + 1}-06-30`

for (const language of languagesLookedAt)
  test(`a guardian consents for a child of eleven, and withdraws it in the middle (${language})`, async ({
    page,
  }) => {
    const teller = await signIn(page, worker[language], language)
    const t = teller.words(consentWords)
    const g = teller.words(givingWords)
    const { childId } = await aChild(teller, true)
    await page.goto(`/people/${childId}/consents`)
    await teller.sees(t('missingSharing'))
    await whole(teller, `${language}-before`)

    await teller.press(t('give'))
    await teller.choose(g('purpose'), consentPurpose.label('sharing', language))
    await teller.tick(fileSection.label('assessment', language))
    await teller.press(g('addReceiver'))
    await teller.choose(g('receiverKind'), receiverKind.label('school', language))
    await teller.fill(g('receiverName'), '安宁小学')
    await teller.choose(g('way'), consentWay.label('fingerprint', language))
    await page.locator('#validUntil').fill(nextYear())
    // The child was not heard: nothing is written, and the field says so.
    await teller.press(g('save'))
    await expect(page.locator('#heard-error')).toBeVisible()
    await teller.fill(g('heard'), '她说：可以告诉王老师。')
    const paper = page.locator('.consent-paper')
    await expect(paper).toContainText('安宁小学')
    // The client reads it in a language of their own, whatever the worker reads.
    const other = language === 'ru' ? 'en' : 'ru'
    await teller.choose(g('language'), teller.words(noticeWords)(other))
    await expect(paper).toHaveAttribute('lang', other)
    await expect(paper).toContainText(consentPurpose.label('sharing', other))
    await whole(teller, `${language}-giving`)
    if (process.env['LOOK']) {
      await page.emulateMedia({ media: 'print' })
      await page.screenshot({ path: `${process.env['LOOK']}/consent-${language}-print.png`, fullPage: true })
      await page.emulateMedia({ media: 'screen' })
    }
    await teller.press(g('save'))

    const given = page.locator('.consents > li').first()
    await expect(given.getByText(consentState.label('in-force', language))).toBeVisible()
    await expect(page.getByText(t('missingSharing'))).toHaveCount(0)
    await whole(teller, `${language}-given`)

    await teller.press(t('withdraw'), given)
    await teller.fill(t('reason'), '奶奶改变了主意。', teller.dialog())
    await whole(teller, `${language}-withdrawing`)
    await teller.press(t('withdraw'), teller.dialog())
    await expect(
      given.locator('.badge', { hasText: consentState.label('withdrawn', language) }),
    ).toBeVisible()
    await expect(given.getByText('奶奶改变了主意。')).toBeVisible()
    await expect(given.getByRole('button')).toHaveCount(0)
    await teller.sees(t('missingSharing'))

    await teller.press(t('except'))
    await teller.choose(t('ground'), exceptionGround.label('harm-to-minor', language))
    await teller.fill(t('legalBasis'), '《未成年人保护法》第十一条')
    await teller.fill(t('what'), '手臂上有新的伤痕，已报告派出所。')
    await teller.press(t('save'))
    await teller.sees('手臂上有新的伤痕，已报告派出所。')
    // It is no consent: sharing is as little covered as before.
    await teller.sees(t('missingSharing'))
    await whole(teller, `${language}-excepted`)
  })

test('where nobody can consent for a child, the screen says so and offers nothing', async ({ page }) => {
  const teller = await signIn(page, worker['zh-CN'], 'zh-CN')
  const t = teller.words(consentWords)
  const { childId } = await aChild(teller, false)
  await page.goto(`/people/${childId}/consents`)
  await teller.sees(t('noGuardian'))
  await expect(page.getByRole('button', { name: t('give'), exact: true })).toBeDisabled()
  await whole(teller, 'nobody')
})
