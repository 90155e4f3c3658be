import { test } from '@playwright/test'
import { acceptTheCase } from './telling/acceptance.ts'
import { followUpAndArchive } from './telling/aftercare.ts'
import { assess } from './telling/assessment.ts'
import { approveTheClosing, askToClose } from './telling/closing.ts'
import { serve } from './telling/delivery.ts'
import { evaluate } from './telling/evaluation.ts'
import { takeTheCall } from './telling/first-contact.ts'
import { recordTheGuardian } from './telling/guardian.ts'
import { holdTheInterview } from './telling/interview.ts'
import { readTheStory, takeThePapers } from './telling/papers.ts'
import { planTogether } from './telling/plan.ts'
import { long } from './looking/languages.ts'
import { signIn } from './telling/teller.ts'

// The same story at three agencies (`E2E=long`; one otherwise), each read in the language of its staff. Names and texts stay as they are typed.
const tellings = [
  { language: 'zh-CN', worker: 'chen.siyuan', approver: 'sun.lan', approverName: '孙岚' },
  { language: 'en', worker: 'okafor', approver: 'reid', approverName: 'Thomas Reid' },
  { language: 'ru', worker: 'orlova', approver: 'sokolova', approverName: 'Соколова Ирина Павловна' },
] as const

for (const { language, worker, approver, approverName } of tellings.filter(
  (one) => long || one.language === 'zh-CN',
)) {
  test(`a grandmother calls about her grandson, and his case goes its whole way (${language})`, async ({
    browser,
    page,
  }) => {
    test.setTimeout(240_000)
    const teller = await signIn(page, worker, language)
    await takeTheCall(teller)
    const caseId = await acceptTheCase(teller)
    // The agency that reads English assesses first, by DB62/T 4986.
    const first = language === 'en' ? [assess, holdTheInterview] : [holdTheInterview, assess]
    for (const stage of first) await stage(teller, caseId)
    await recordTheGuardian(teller)
    await planTogether(teller, caseId)
    await serve(teller, caseId)
    await evaluate(teller, caseId)
    await askToClose(teller, caseId)
    const elsewhere = await browser.newContext()
    await approveTheClosing(await signIn(await elsewhere.newPage(), approver, language), caseId)
    await takeThePapers(teller, caseId)
    await followUpAndArchive(teller, caseId)
    await readTheStory(teller, caseId, approverName)
    await elsewhere.close()
  })
}
