import { expect } from '@playwright/test'
import { followUpWay, gainsMaintained } from '#contract/codes/index.ts'
import { followupWords } from '#web/case/followup/followup.words.ts'
import type { Teller } from './teller.ts'

/** The visits after the end: one is held, two are called off with their reason; then the file is archived, to be read only. */
export async function followUpAndArchive(teller: Teller, caseId: string) {
  const { page } = teller
  const t = teller.words(followupWords)
  await page.goto(`/cases/${caseId}/follow-up`)
  await expect(page.getByRole('button', { name: t('archive'), exact: true })).toHaveCount(0)
  await recordTheFirst(teller)
  await callOff(teller)
  await callOff(teller)
  await teller.press(t('archive'))
  await expect(page.getByText(t('archived'), { exact: true }).first()).toBeVisible()
}

async function recordTheFirst(teller: Teller) {
  const { language, page } = teller
  const t = teller.words(followupWords)
  await teller.press(t('record'))
  await teller.choose(t('way'), followUpWay.label('phone', language))
  await teller.choose(t('reached'), t('yes'))
  await teller.fill(t('situation'), '每周去两次学校，奶奶放心多了。')
  await teller.choose(t('maintained'), gainsMaintained.label('kept', language))
  await teller.press(t('keep'))
  await expect(
    page.getByRole('definition').filter({ hasText: '每周去两次学校，奶奶放心多了。' }),
  ).toBeVisible()
}

async function callOff(teller: Teller) {
  const t = teller.words(followupWords)
  await teller.press(t('cancel'))
  await teller.fill(t('cancelReason'), '家人搬去与父母同住，已有当地社工站接续。', teller.dialog())
  await teller.press(t('cancelConfirm'), teller.dialog())
  await expect(teller.dialog()).toHaveCount(0)
}
