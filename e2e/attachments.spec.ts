import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { CasePage } from '#contract/case/overview.ts'
import { aPdf, aPng } from '#server/platform/file-kinds/files.factory.ts'
import { exportWords } from '#web/app/export.words.ts'
import { everySentence } from '#web/app/every-sentence.ts'
import { attachmentsWords } from '#web/case/attachments/attachments.words.ts'
import { whole } from './looking/whole.ts'
import { signIn } from './telling/teller.ts'
import { languagesLookedAt } from './looking/languages.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

const worker = { 'zh-CN': 'chen.siyuan', en: 'okafor', ru: 'orlova' } as const

/** A case of the worker who is signed in. */
async function aCaseOfMine(page: Page): Promise<string> {
  const { rows } = CasePage.parse(await (await page.request.get('/api/cases?show=mine')).json())
  const [first] = rows
  if (!first) throw new Error('The demo gave this worker no case.')
  return first.id
}

for (const language of languagesLookedAt)
  test(`files are added, looked at, saved and taken away (${language})`, async ({ page }) => {
    const teller = await signIn(page, worker[language], language)
    const t = teller.words(attachmentsWords)
    await page.goto(`/cases/${await aCaseOfMine(page)}/attachments`)
    await expect(page.getByRole('heading', { name: t('title'), exact: true })).toBeVisible()
    const chosen = page.locator('.attachments-chosen > li')
    await page.locator('input[type="file"]').setInputFiles([
      { name: '和解书 Соглашение.png', mimeType: 'image/png', buffer: aPng({ width: 320, height: 200 }) },
      { name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>1</script>') },
      { name: 'report.pdf', mimeType: 'application/octet-stream', buffer: aPdf() },
    ])
    await expect(chosen).toHaveCount(3)
    const titles = chosen.getByRole('textbox')
    await titles.nth(0).fill('和解书 <b>Соглашение</b>')
    await titles.nth(1).fill('A page that says it is a document')
    await whole(teller, 'look-1')
    await teller.press(t('send', { count: 3 }))
    // What is refused stays, with its title and the reason; the others are there.
    await expect(chosen).toHaveCount(1)
    await expect(titles).toHaveValue('A page that says it is a document')
    await teller.sees(everySentence['attachments/kind-not-accepted'][language])
    const kept = page.locator('.attachments > li')
    await expect(kept.filter({ hasText: '和解书 <b>Соглашение</b>' })).toHaveCount(1)
    await expect(kept.filter({ hasText: 'report.pdf' })).toHaveCount(1)
    await whole(teller, 'look-2')
    await teller.press(t('drop'))
    await expect(chosen).toHaveCount(0)
    const picture = kept.filter({ hasText: '和解书 Соглашение.png' })
    await teller.press(t('preview'), picture)
    const image = teller.dialog().getByRole('img')
    await expect(image).toBeVisible()
    expect(
      await image.evaluate((shown: HTMLImageElement) => [shown.naturalWidth, shown.src.slice(0, 5)]),
    ).toEqual([320, 'blob:'])
    await whole(teller, 'look-3')
    await page.keyboard.press('Escape')
    await expect(image).toBeHidden()
    const saving = page.waitForEvent('download')
    await teller.press(t('download'), kept.filter({ hasText: 'report.pdf' }))
    const saved = await saving
    expect(saved.suggestedFilename()).toBe('report.pdf')
    expect(readFileSync(await saved.path())).toEqual(aPdf())
    await teller.press(t('takeAway'), picture)
    await teller.fill(t('reason'), '属于另一位服务对象。', teller.dialog())
    await whole(teller, 'look-4')
    await teller.press(t('takeAway'), teller.dialog())
    await expect(picture.getByText(t('taken'), { exact: true })).toBeVisible()
    await expect(picture.getByText('属于另一位服务对象。')).toBeVisible()
    await expect(picture.getByRole('button')).toHaveCount(0)
    await whole(teller, 'look-5')
  })

for (const language of languagesLookedAt)
  test(`a caseload leaves as a file (${language})`, async ({ page }) => {
    const teller = await signIn(page, worker[language], language)
    const t = teller.words(exportWords)
    await page.goto('/cases')
    await expect(page.getByText(t('save'))).toBeVisible()
    await whole(teller, 'look-6')
    for (const [word, ending] of [
      ['xlsx', 'xlsx'],
      ['csv', 'csv'],
    ] as const) {
      const saving = page.waitForEvent('download')
      await teller.follow(t(word))
      const saved = await saving
      expect(saved.suggestedFilename()).toMatch(new RegExp(`^cases-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`, 'u'))
      expect(readFileSync(await saved.path()).length).toBeGreaterThan(200)
    }
  })
