import { expect } from '@playwright/test'
import { FormId } from '#contract/documents.ts'
import { languages } from '#contract/language.ts'
import { languageNames } from '#web/app/language.ts'
import { auditWords } from '#web/audit/audit.words.ts'
import { storyLineWords } from '#web/case/timeline/story-line.words.ts'
import { documentsWords } from '#web/documents/documents.words.ts'
import { client } from './first-contact.ts'
import { shortGoal } from './plan.ts'
import type { Teller } from './teller.ts'

/** Forms A–E, filled from what was entered: on the screen, as Word and PDF, in three languages. */
export async function takeThePapers(teller: Teller, caseId: string) {
  const { page } = teller
  const t = teller.words(documentsWords)
  await page.goto(`/cases/${caseId}/documents`)
  const sheet = page.getByRole('article')
  await expect(sheet.getByText(client.name).first()).toBeVisible()
  await teller.choose(t('chooseForm'), t('F09'))
  await expect(sheet.getByText(shortGoal).first()).toBeVisible()
  await teller.choose(t('chooseLanguage'), languageNames.ru)
  await expect(sheet.getByText('План целей').filter({ visible: true }).first()).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('pdf') }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/-F09-ru\.pdf$/u)
  for (const form of FormId.options) await fetchForm(teller, caseId, form)
}

async function fetchForm({ page }: Teller, caseId: string, form: FormId) {
  for (const language of languages) {
    for (const [format, beginning] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const) {
      const address = `/api/cases/${caseId}/documents/${form}/file?language=${language}&format=${format}`
      const answer = await page.request.get(address)
      expect([form, language, format, answer.status()]).toEqual([form, language, format, 200])
      expect((await answer.body()).subarray(0, beginning.length).toString('latin1')).toBe(beginning)
    }
  }
}

/** The story in sentences, from the call to the archive; and who looked and who changed. */
export async function readTheStory(teller: Teller, caseId: string, approverName: string) {
  const { page } = teller
  const line = teller.words(storyLineWords)
  await page.goto(`/cases/${caseId}/timeline`)
  await showAll(page)
  for (const what of [
    'inquiry-received',
    'case-opened',
    'assessment-corrected',
    'plan-activated',
    'step-moved',
    'closing-approved',
    'case-archived',
  ] as const) {
    await expect(page.getByText(line(what)).first()).toBeVisible()
  }
  await page.goto(`/cases/${caseId}/audit`)
  await expect(page.getByRole('heading', { name: teller.words(auditWords)('caseTitle') })).toBeVisible()
  await showAll(page)
  await expect(page.getByText(approverName).first()).toBeVisible()
}

/** Presses “more” until the list is whole; between two pages the button is gone for a moment. */
async function showAll(page: Teller['page']) {
  const more = page.locator('.more button')
  for (let pages = 0; pages < 30; pages += 1) {
    await page.waitForLoadState('networkidle')
    if (!(await more.isVisible())) return
    await more.click({ timeout: 2_000 }).catch(() => undefined)
  }
}
