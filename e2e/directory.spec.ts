import { expect, test } from '@playwright/test'
import { rowOutcome } from '#contract/codes/index.ts'
import { sample } from '#server/directory/directory.factory.ts'
import { directoryWords } from '#web/directory/directory.words.ts'
import { entrySheetWords } from '#web/directory/entry-sheet.words.ts'
import { importsWords } from '#web/directory/imports.words.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { whole } from './looking/whole.ts'
import { signIn } from './telling/teller.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const people = {
  'zh-CN': { administrator: 'gao.min', worker: 'chen.siyuan' },
  en: { administrator: 'clarke', worker: 'okafor' },
  ru: { administrator: 'belov', worker: 'orlova' },
} as const

/** The service in the official sample of HSDS. */
const sampleService = 'Community Counselling'

for (const language of languagesLookedAt)
  test(`a public HSDS sample is brought in, found by a worker, and taken out again (${language})`, async ({
    page,
    browser,
  }) => {
    const administrator = await signIn(page, people[language].administrator, language)
    const t = administrator.words(importsWords)
    const says = administrator.words(directoryWords)
    await page.goto('/directory/imports')
    const bring = (bytes: Buffer, name: string) =>
      page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/zip', buffer: bytes })
    await bring(Buffer.from('not a directory'), 'letter.json')
    await expect(page.locator('.directory-bring .notice')).toBeVisible()
    await bring(sample('tabular.zip'), 'sample.zip')
    await administrator.sees(t('report', { name: 'sample.zip' }))
    await administrator.sees(t('checked'))
    await expect(page.locator('.directory-rows > li').filter({ hasText: sampleService })).toHaveCount(1)
    await whole(administrator, 'import')
    await administrator.press(t('take'))
    await expect(page.getByRole('button', { name: t('undo'), exact: true })).toBeVisible()
    await administrator.sees(rowOutcome.label('taken', language))

    const elsewhere = await browser.newContext()
    const worker = await signIn(await elsewhere.newPage(), people[language].worker, language)
    await worker.page.goto('/directory')
    await worker.fill(says('words'), 'counselling')
    await worker.follow(sampleService)
    await worker.sees(says('agedTitle'))
    await worker.sees('Example Organization Inc.')
    await whole(worker, 'service')
    await worker.press(says('confirm'))
    await expect(worker.page.getByText(says('agedTitle'))).toHaveCount(0)

    await administrator.press(t('undo'))
    await administrator.sees(t('undone'))
    await worker.page.goto('/directory')
    await worker.fill(says('words'), 'counselling')
    await worker.sees(says('none'))
    await elsewhere.close()
  })

test('a worker adds a service and changes it', async ({ page }) => {
  const worker = await signIn(page, 'chen.siyuan', 'zh-CN')
  const says = worker.words(directoryWords)
  const t = worker.words(entrySheetWords)
  const name = `夜间热线 ${Date.now()}`
  await page.goto('/directory')
  await worker.follow(says('add'))
  await worker.fill(t('name'), name)
  await worker.fill(says('organization'), '安宁区救助站')
  await worker.press(t('save'))
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await worker.follow(says('change'))
  await worker.fill(says('phone'), '0931-555 0100')
  await worker.follow(t('done'))
  await worker.sees('0931-555 0100')
})
