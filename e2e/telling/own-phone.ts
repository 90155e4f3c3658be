import { expect } from '@playwright/test'
import type { Language } from '#contract/language.ts'
import { clientLinkWords } from '#web/client-links/client-links.words.ts'
import { linkWords } from '#web/secure-links/links.words.ts'
import { whole } from '../looking/whole.ts'
import type { Teller } from './teller.ts'

export const phone = { width: 390, height: 844 }

/** How each language calls itself where one chooses in which a link is read. */
export const languageNames: Readonly<Record<Language, string>> = {
  'zh-CN': '中文',
  en: 'English',
  ru: 'Русский',
}

/** Makes a link on the page as it stands, for whoever reads this language; the address, and the six digits told by telephone. */
export async function makeLink(teller: Teller, reads: string, name: string) {
  const l = teller.words(linkWords)
  const c = teller.words(clientLinkWords)
  await teller.press(c('issue'))
  const dialog = teller.dialog()
  await teller.choose(c('language'), reads, dialog)
  await teller.fill(c('phone'), '138 0931 2271', dialog)
  await whole(teller, `${name}-issuing`)
  await teller.press(l('issue'), dialog)
  await teller.sees(l('issued'))
  await expect(teller.page.getByRole('img', { name: l('qr') })).toBeVisible()
  await whole(teller, `${name}-issued`)
  return teller.page.locator('.secure-link-shown').first().innerText()
}

/** Opens the link with the last digits of the telephone. */
export async function openAt(them: Teller, link: string) {
  const l = them.words(linkWords)
  await them.page.goto(link)
  await them.fill(l('answer'), '2271')
  await them.press(l('enter'))
}
