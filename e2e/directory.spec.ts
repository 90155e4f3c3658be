import { expect, test } from '@playwright/test'
import { rowOutcome } from '#contract/codes/index.ts'
import { sample } from '#server/directory/directory.factory.ts'
import { conflictWords } from '#web/app/conflict.words.ts'
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

test('a worker adds a service; two change it at once, and nothing of either is lost', async ({
  page,
  browser,
}) => {
  const worker = await signIn(page, 'chen.siyuan', 'zh-CN')
  const says = worker.words(directoryWords)
  const t = worker.words(entrySheetWords)
  const c = worker.words(conflictWords)
  const name = `夜间热线 ${Date.now()}`
  await page.goto('/directory')
  await worker.follow(says('add'))
  await worker.fill(t('name'), name)
  await worker.fill(says('organization'), '安宁区救助站')
  await worker.press(t('save'))
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const place = new URL(page.url()).pathname

  const elsewhere = await browser.newContext()
  const colleague = await signIn(await elsewhere.newPage(), 'ma.xiaoyan', 'zh-CN')
  const over = colleague.page
  await over.goto(`${place}/change`)
  await expect(over.getByRole('textbox', { name: t('name') })).toHaveValue(name)
  await worker.follow(says('change'))
  await worker.fill(says('phone'), '0931-555 0100')
  await worker.fill(says('hours'), '每天 20:00–08:00')
  await worker.follow(t('done'))
  await worker.sees('0931-555 0100')
  // The colleague saw none of that: their telephone and their e-mail stand beside what came meanwhile.
  await colleague.fill(says('phone'), '0931-555 0200')
  await colleague.fill(says('email'), 'night@example.org')
  await colleague.sees(c('title'))
  await colleague.sees('0931-555 0100')
  await whole(colleague, 'two-at-once')
  const choice = over.getByRole('group', { name: says('phone') })
  await choice.getByLabel(new RegExp(`^${c('mine')}`, 'u')).check({ force: true })
  await colleague.press(c('keep'))
  await expect(over.getByText(c('title'))).toHaveCount(0)
  await colleague.follow(t('done'))
  await page.reload()
  for (const kept of ['0931-555 0200', 'night@example.org', '每天 20:00–08:00']) await worker.sees(kept)
  await elsewhere.close()
})
