import { expect, test } from '@playwright/test'
import { addressesFor, type Address } from './looking/addresses.ts'
import { faultsOfDialog } from './looking/dialog-faults.ts'
import {
  allDialogs,
  type DialogOpening,
  dialogsInSources,
  dialogsOfAdministrators,
  dialogsOfOverseers,
  dialogsOfPlanners,
  dialogsOfWorkers,
  dialogsOverUnsaved,
} from './looking/dialogs.ts'
import { follow } from './looking/walk.ts'
import { signIn, type Teller } from './telling/teller.ts'
import { languagesLookedAt } from './looking/languages.ts'

test.describe.configure({ mode: 'parallel', timeout: 240_000 })
// What is found names its place; a trace of every step would only slow the looking.
test.use({ trace: 'off' })

test('every dialog in the sources is opened by a test', () => {
  const opened = new Map<string, number>()
  for (const { source } of allDialogs) opened.set(source, (opened.get(source) ?? 0) + 1)
  const drawn = dialogsInSources()
  expect([...opened.keys()].filter((source) => !drawn.has(source))).toEqual([])
  expect([...drawn].filter(([source, count]) => (opened.get(source) ?? 0) < count)).toEqual([])
})

/** Goes to the first of the page's addresses on which the dialog can be opened; stays where one is, if that is one of them. */
async function goWhereItOpens(teller: Teller, opening: DialogOpening, addresses: readonly Address[]) {
  const { page } = teller
  const needed = (opening.needs ?? opening.opener)(teller)
  const opensHere = async () => (await needed.count()) > 0 && (await needed.isEnabled())
  const all = addresses.filter(({ path }) => path === opening.path)
  const { pathname } = new URL(page.url())
  if (!opening.first && all.some(({ address }) => address === pathname) && (await opensHere())) return
  for (const { address } of all) {
    await follow(page, address)
    if (await opensHere()) return
  }
  throw new Error(`Nothing in the demo opens ${opening.source}.`)
}

async function lookAtDialogs(teller: Teller, dialogs: readonly DialogOpening[]) {
  const { page } = teller
  page.on('dialog', (dialog) => void dialog.accept())
  const addresses = await addressesFor(page.request, 'every-case')
  const found: string[] = []
  for (const opening of dialogs) {
    await goWhereItOpens(teller, opening, addresses)
    await opening.first?.(teller)
    found.push(...(await faultsOfDialog(teller, opening)))
  }
  return found
}

// What opens each dialog stands in one of the demo agencies; its screens are read in every language.
for (const language of languagesLookedAt) {
  test(`the dialogs of a worker are whole (${language})`, async ({ page }) => {
    expect(await lookAtDialogs(await signIn(page, 'okafor', language), dialogsOfWorkers)).toEqual([])
  })

  for (const opening of dialogsOverUnsaved)
    test(`the dialog over what is not saved is whole: ${opening.source} (${language})`, async ({ page }) => {
      expect(await lookAtDialogs(await signIn(page, 'okafor', language), [opening])).toEqual([])
    })

  test(`the dialogs of plan and agency are whole (${language})`, async ({ page, browser }) => {
    const elsewhere = await browser.newContext()
    const administrator = await signIn(await elsewhere.newPage(), 'gao.min', language)
    expect(await lookAtDialogs(administrator, dialogsOfAdministrators)).toEqual([])
    const overseer = await signIn(await (await browser.newContext()).newPage(), 'sun.lan', language)
    expect(await lookAtDialogs(overseer, dialogsOfOverseers)).toEqual([])
    expect(await lookAtDialogs(await signIn(page, 'orlova', language), dialogsOfPlanners)).toEqual([])
    await elsewhere.close()
  })
}
