import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Download, expect, test } from '@playwright/test'
import {
  confirmationWay,
  fileCopyState,
  filePart,
  identityCheck,
  leavingOutGround,
} from '#contract/codes/index.ts'
import { fileCopySentences } from '#web/file-copies/file-copies.sentences.ts'
import { fileCopiesWords } from '#web/file-copies/file-copies.words.ts'
import { copyFormWords } from '#web/file-copies/forms.words.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { whole } from './looking/whole.ts'
import { signIn, type Teller } from './telling/teller.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

const people = {
  'zh-CN': { worker: 'chen.siyuan', decider: 'sun.lan' },
  en: { worker: 'okafor', decider: 'reid' },
  ru: { worker: 'orlova', decider: 'sokolova' },
} as const

type Copies = Readonly<{ asking: { clientMay: boolean; client: string }; rows: readonly unknown[] }>

/** A note that is attached to the case, as a program attaches it; takes it away again. */
async function attachANote({ page }: Teller, caseId: string) {
  const headers = { 'x-requested-with': 'alongside' }
  const place = `/api/cases/${caseId}/attachments`
  const id = randomUUID()
  const added = await page.request.post(place, {
    data: Buffer.from('A note.'),
    headers: {
      ...headers,
      'content-type': 'application/octet-stream',
      'idempotency-key': id,
      'attachment-id': id,
      'attachment-title': 'note',
      'attachment-name': 'note.txt',
    },
  })
  expect(added.status(), await added.text()).toBe(201)
  return async () => {
    const taken = await page.request.put(`${place}/${id}/removal`, {
      data: { reason: 'Somebody else’s.' },
      headers: { ...headers, 'if-match': '"1"' },
    })
    expect(taken.status(), await taken.text()).toBe(200)
  }
}

/** An open case of the worker whose client may ask alone, and has not asked yet. */
async function aCaseOf({ page }: Teller) {
  const found = await page.request.get('/api/cases?show=mine&state=open&limit=100')
  const { rows } = (await found.json()) as { rows: readonly { id: string }[] }
  for (const { id } of rows) {
    const copies = (await (await page.request.get(`/api/cases/${id}/file-copies`)).json()) as Copies
    if (copies.asking.clientMay && copies.rows.length === 0)
      return { id, address: `/cases/${id}/file-copies`, client: copies.asking.client }
  }
  throw new Error('Nobody of the demo may ask alone.')
}

const textOf = async (download: Download) => readFile(await download.path(), 'utf8')

for (const language of languagesLookedAt)
  test(`a client’s own file is asked for, decided, made and handed over (${language})`, async ({
    page,
    browser,
  }) => {
    const teller = await signIn(page, people[language].worker, language)
    const t = teller.words(fileCopiesWords)
    const f = teller.words(copyFormWords)
    const { id, address, client } = await aCaseOf(teller)
    const takeTheNoteAway = await attachANote(teller, id)
    await page.goto(address)
    await teller.sees(t('none'))
    await whole(teller, `${language}-empty`)
    await teller.press(t('ask'))
    await teller.choose(f('check'), identityCheck.label('identity-card', language))
    await whole(teller, `${language}-asking`)
    await teller.press(f('save'))
    await expect(page.locator('.badge', { hasText: fileCopyState.label('asked', language) })).toBeVisible()
    // It is not the worker's to decide.
    await teller.sees(t('waits'))

    const elsewhere = await browser.newContext()
    const decider = await signIn(await elsewhere.newPage(), people[language].decider, language)
    await decider.page.goto(address)
    await decider.press(t('decide'))
    await decider.press(f('addOut'))
    const row = decider.page.locator('.rows-list > li').last()
    await decider.choose(f('what'), filePart.label('assessment', language), row)
    await decider.choose(f('ground'), leavingOutGround.label('law', language), row)
    await decider.fill(f('reason'), '《未成年人保护法》', row)
    await whole(decider, `${language}-deciding`)
    await decider.press(f('save'))
    await decider.sees(fileCopyState.label('decided', language))
    await elsewhere.close()

    await page.reload()
    await teller.press(t('make'))
    await expect(page.locator('.badge', { hasText: fileCopyState.label('produced', language) })).toBeVisible({
      timeout: 60_000,
    })
    await whole(teller, `${language}-made`)
    const [saved] = await Promise.all([page.waitForEvent('download'), teller.press(t('json'))])
    const copy = JSON.parse(await textOf(saved)) as { client: string; parts: readonly { part: string }[] }
    expect([copy.client, copy.parts.some(({ part }) => part === 'assessment')]).toEqual([client, false])
    for (const format of ['pdf', 'docx', 'zip'] as const) {
      const [file] = await Promise.all([page.waitForEvent('download'), teller.press(t(format))])
      const folder = process.env['LOOK']
      if (folder) await file.saveAs(`${folder}/copy-${language}.${format}`)
      expect(file.suggestedFilename()).toMatch(new RegExp(`-file-copy-${language}\\.${format}$`, 'u'))
    }

    // What was taken away since leaves with nobody, and the page says why and what is to be done.
    await takeTheNoteAway()
    await teller.press(t('zip'))
    await teller.sees(fileCopySentences['file-copies/attachment-gone'][language])
    await whole(teller, `${language}-gone`)

    await teller.press(t('handOver'))
    await teller.choose(f('receipt'), confirmationWay.label('signature', language))
    await whole(teller, `${language}-handing`)
    await teller.press(f('save'))
    await expect(
      page.locator('.badge', { hasText: fileCopyState.label('handed-over', language) }),
    ).toBeVisible()
    await whole(teller, `${language}-handed`)
  })
