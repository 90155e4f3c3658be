import { readdirSync, readFileSync } from 'node:fs'
import { expect, type Locator } from '@playwright/test'
import { AccountView } from '#contract/account.ts'
import { contactChannel, referralMove } from '#contract/codes/index.ts'
import { accountWords } from '#web/access/account.words.ts'
import { agenciesWords } from '#web/agencies/agencies.words.ts'
import { signInWords } from '#web/agencies/sign-in.words.ts'
import { shellWords } from '#web/app/shell.words.ts'
import { uiWords } from '#web/app/ui.words.ts'
import { aPng } from '#server/platform/file-kinds/files.factory.ts'
import { attachmentsWords } from '#web/case/attachments/attachments.words.ts'
import { addendaWords } from '#web/case/timeline/addenda.words.ts'
import { deliveryWords } from '#web/case/delivery/delivery.words.ts'
import { followupWords } from '#web/case/followup/followup.words.ts'
import { emergencyWords } from '#web/case/intake/inquiry/emergency.words.ts'
import { inquiryWords } from '#web/case/intake/inquiry/inquiry.words.ts'
import { interviewWords } from '#web/case/intake/interview/interview.words.ts'
import { confidentialityWords } from '#web/case/overview/confidentiality.words.ts'
import { siteWords } from '#web/case/overview/site.words.ts'
import { calendarWords } from '#web/calendar/calendar.words.ts'
import { evidenceWords } from '#web/case/assessment/evidence/evidence.words.ts'
import { consentWords } from '#web/consent/consent.words.ts'
import { linkWords } from '#web/secure-links/links.words.ts'
import { partnerWords } from '#web/partners/partners.words.ts'
import { confirmWords } from '#web/case/plan/confirm.words.ts'
import { goalWords } from '#web/case/plan/goal.words.ts'
import type { Teller } from '../telling/teller.ts'

/** A dialog of the product: where it is written, on which page it opens, and what opens it. */
export type DialogOpening = Readonly<{
  source: string
  path: string
  /** What the focus goes back to: pressed to open, unless `open` says otherwise. */
  opener: (teller: Teller) => Locator
  /** What has to be on a page for the dialog to open there; the opener, unless it comes with `first`. */
  needs?: (teller: Teller) => Locator
  /** What is done on the page before. */
  first?: (teller: Teller) => Promise<unknown>
  open?: (teller: Teller) => Promise<unknown>
}>

const button = (name: (teller: Teller) => string) => (teller: Teller) =>
  teller.page
    .locator('main')
    .getByRole('button', { name: name(teller), exact: true })
    .first()

const emergency = (answer: 'yes' | 'no'): DialogOpening => ({
  source: 'web/case/intake/inquiry/EmergencyDialog.tsx',
  path: '/inquiries/:inquiryId',
  opener: button(({ words }) => words(emergencyWords)(answer)),
})

const step = (source: string, word: 'done' | 'move' | 'cancel'): DialogOpening => ({
  source: `web/case/delivery/${source}.tsx`,
  path: '/cases/:caseId/delivery',
  opener: button(({ words }) => words(deliveryWords)(word)),
})

const addendumTo = (path: string): DialogOpening => ({
  source: 'web/case/timeline/AddendumDialog.tsx',
  path,
  opener: button(({ words }) => words(addendaWords)('add')),
})

const reason = (word: 'cancel' | 'reopen'): DialogOpening => ({
  source: 'web/case/followup/ReasonDialog.tsx',
  path: '/cases/:caseId/follow-up',
  opener: button(({ words }) => words(followupWords)(word)),
})

/** Doing without the second step; whether the worker has one is for the story of the second step to tell. */
const dropFactor: DialogOpening = {
  source: 'web/access/FactorSection.tsx',
  path: '/account',
  opener: button(({ words }) => words(accountWords)('drop')),
  needs: button(({ words }) => words(accountWords)('setUp')),
  async first(teller) {
    await teller.page.route('**/api/me/account', async (route) => {
      const response = await route.fetch()
      const account = AccountView.parse(await response.json())
      const secondFactor = { since: new Date().toISOString(), recoveryCodesLeft: 10 }
      await route.fulfill({ response, json: { ...account, secondFactor } })
    })
    await teller.page.reload()
    await expect(dropFactor.opener(teller)).toBeVisible()
  },
}

/** A dialog about a file of a case, which is added before. */
const aboutFile = (source: string, word: 'preview' | 'takeAway'): DialogOpening => ({
  source: `web/case/attachments/${source}.tsx`,
  path: '/cases/:caseId/attachments',
  opener: button(({ words }) => words(attachmentsWords)(word)),
  needs: ({ page }) => page.locator('input[type="file"]'),
  async first({ page, words, press }) {
    const buffer = aPng({ width: 40, height: 40 })
    const rows = page.locator('.attachments > li')
    const before = await rows.count()
    await page.locator('input[type="file"]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer })
    await press(words(attachmentsWords)('send', { count: 1 }))
    await expect(page.locator('.attachments-chosen')).toHaveCount(0)
    // The new one stands on top: only then is the first button its own.
    await expect(rows).toHaveCount(before + 1)
  },
})

/** The dialogs of a worker. */
export const dialogsOfWorkers: readonly DialogOpening[] = [
  emergency('yes'),
  emergency('no'),
  {
    source: 'web/case/intake/interview/SignDialog.tsx',
    path: '/cases/:caseId/interviews/:interviewId',
    opener: button(({ words }) => words(interviewWords)('sign')),
  },
  addendumTo('/cases/:caseId/interviews/:interviewId'),
  addendumTo('/cases/:caseId/assessment/:assessmentId'),
  addendumTo('/cases/:caseId/process-records/:recordId'),
  {
    source: 'web/case/plan/ConfirmationDialog.tsx',
    path: '/cases/:caseId/plans/:planId',
    opener: button(({ words }) => words(confirmWords)('record')),
  },
  step('SettleDialog', 'done'),
  step('SettleDialog', 'cancel'),
  step('MoveDialog', 'move'),
  reason('cancel'),
  reason('reopen'),
  {
    source: 'web/case/overview/ConfidentialityDialog.tsx',
    path: '/cases/:caseId',
    opener: button(({ words }) => words(confidentialityWords)('change')),
  },
  aboutFile('PreviewDialog', 'preview'),
  aboutFile('TakeAwayDialog', 'takeAway'),
  {
    source: 'web/consent/WithdrawDialog.tsx',
    path: '/people/:personId/consents',
    opener: button(({ words }) => words(consentWords)('withdraw')),
  },
  {
    source: 'web/case/assessment/evidence/TakeBackDialog.tsx',
    path: '/cases/:caseId/evidence',
    opener: button(({ words }) => words(evidenceWords)('takeBack')),
  },
  {
    source: 'web/calendar/CancelDialog.tsx',
    path: '/cases/:caseId/appointments',
    opener: button(({ words }) => words(calendarWords)('cancel')),
  },
  {
    source: 'web/sharing/MoveDialog.tsx',
    path: '/people/:personId/referrals/:referralId',
    opener: button(({ language }) => referralMove.label('cancel', language)),
  },
  {
    source: 'web/secure-links/IssueDialog.tsx',
    path: '/people/:personId/referrals/:referralId',
    opener: button(({ words }) => words(linkWords)('issue')),
  },
  dropFactor,
]

const goalHead = ({ page }: Teller) => page.locator('main details.goal-card > summary').first()

/** The dialog of whoever writes a plan that has goals already. */
export const dialogsOfPlanners: readonly DialogOpening[] = [
  {
    source: 'web/case/plan/GoalCard.tsx',
    path: '/cases/:caseId/plans/:planId',
    opener: button(({ words }) => words(goalWords)('remove')),
    needs: goalHead,
    first: async (teller) => {
      const isOpen = await goalHead(teller).evaluate((head) => head.parentElement?.hasAttribute('open'))
      if (!isOpen) await goalHead(teller).click()
    },
  },
]

/** The dialog of whoever answers for the work of others. */
export const dialogsOfOverseers: readonly DialogOpening[] = [
  {
    source: 'web/case/overview/SiteDialog.tsx',
    path: '/cases/:caseId',
    opener: button(({ words }) => words(siteWords)('move')),
  },
]

const savePolicy = ({ page, words }: Teller) =>
  page
    .getByRole('form', { name: words(signInWords)('policy'), exact: true })
    .getByRole('button', { name: words(signInWords)('save'), exact: true })

/** Proving anew who one is: asked for when the sign-in is not fresh, which takes longer than a test. */
const proof: DialogOpening = {
  source: 'web/access/useProof.tsx',
  path: '/agency',
  opener: savePolicy,
  first: ({ page }) =>
    page.route('**/api/agency/sign-in-policy', (route) =>
      route.fulfill({ status: 403, json: { code: 'sign-in/not-fresh' } }),
    ),
}

const worker = (word: 'add' | 'edit'): DialogOpening => ({
  source: 'web/agencies/WorkerDialog.tsx',
  path: '/agency',
  opener: button(({ words }) => words(agenciesWords)(word)),
})

const partner = (file: string, word: 'add' | 'issue' | 'takeBack'): DialogOpening => ({
  source: `web/partners/${file}.tsx`,
  path: '/agency',
  opener: button(({ words }) => words(partnerWords)(word)),
})

/** The dialogs of whoever administers the agency. */
export const dialogsOfAdministrators: readonly DialogOpening[] = [
  worker('add'),
  worker('edit'),
  partner('AddPartnerDialog', 'add'),
  partner('CredentialDialog', 'issue'),
  partner('TakeBackDialog', 'takeBack'),
  proof,
]

const trouble = ({ page, words }: Teller) =>
  page.getByRole('textbox', { name: words(inquiryWords)('trouble') })

const byPhone = ({ page, language }: Teller) =>
  page.getByRole('button', { name: contactChannel.label('phone', language), exact: true })

/** A first contact of one's own, so that nobody else writes in it meanwhile. */
async function newInquiry(teller: Teller) {
  await byPhone(teller).click()
  await expect(trouble(teller)).toBeVisible()
}

/** The dialogs over a sheet that is not saved: the server away, and the session at its end. */
export const dialogsOverUnsaved: readonly DialogOpening[] = [
  {
    source: 'web/app/SignOutButton.tsx',
    path: '/inquiries/new',
    needs: byPhone,
    async first(teller) {
      const { page, words } = teller
      await newInquiry(teller)
      await page.route('**/api/inquiries/*', (route) =>
        route.request().method() === 'PUT' ? route.abort() : route.continue(),
      )
      await trouble(teller).fill('The roof leaks.')
      await expect(page.getByText(words(uiWords)('keptOnDevice'))).toBeVisible()
      await page.locator('.shell-menu summary').click()
    },
    opener: ({ page, words }) =>
      page.locator('.shell-menu').getByRole('button', { name: words(shellWords)('signOut'), exact: true }),
  },
  {
    source: 'web/app/Shell.tsx',
    path: '/inquiries/new',
    needs: byPhone,
    async first(teller) {
      await teller.page.unrouteAll()
      await newInquiry(teller)
      await teller.page.context().clearCookies()
    },
    opener: trouble,
    open: async (teller) => {
      await trouble(teller).fill(`The roof leaks since ${Date.now()}.`)
    },
  },
]

/** Every dialog that the tests open. */
export const allDialogs: readonly DialogOpening[] = [
  ...dialogsOfWorkers,
  ...dialogsOfOverseers,
  ...dialogsOfPlanners,
  ...dialogsOfAdministrators,
  ...dialogsOverUnsaved,
]

// The component itself, and the page that shows the components. What a client holds is left by its worker alone, not by Escape:
// the story of the confirmation opens it (evidence.spec.ts).
const notOfTheProduct = /^web\/(ui\/Dialog\.tsx$|gallery\/|case\/assessment\/HandedOver\.tsx$)/u

/** Where the sources draw a dialog, and how many. */
export function dialogsInSources(): ReadonlyMap<string, number> {
  const files = readdirSync('web', { recursive: true, encoding: 'utf8' })
    .map((file) => `web/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.tsx') && !notOfTheProduct.test(file))
  const counted = files.map((file): [string, number] => [
    file,
    readFileSync(file, 'utf8').match(/<Dialog\b|<dialog\b|\.showModal\(/gu)?.length ?? 0,
  ])
  return new Map(counted.filter(([, count]) => count > 0))
}
