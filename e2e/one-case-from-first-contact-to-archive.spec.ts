import { test } from '@playwright/test'
import { acceptTheCase } from './telling/acceptance.ts'
import { takeTheCall } from './telling/first-contact.ts'
import { signIn } from './telling/teller.ts'

// The same story at three agencies, each read in the language of its staff. Names and texts stay as they are typed.
const tellings = [
  { language: 'zh-CN', worker: 'chen.siyuan', approver: 'sun.lan' },
  { language: 'en', worker: 'okafor', approver: 'reid' },
  { language: 'ru', worker: 'orlova', approver: 'sokolova' },
] as const

for (const { language, worker } of tellings) {
  test(`a grandmother calls about her grandson, and his case goes its whole way (${language})`, async ({ page }) => {
    const teller = await signIn(page, worker, language)
    await takeTheCall(teller)
    await acceptTheCase(teller)
  })
}
