import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { hostileTexts } from '#server/testing/input/packs.ts'
import { follow } from './looking/walk.ts'
import { recordByProgram } from './telling/by-program.ts'
import { signIn } from './telling/teller.ts'

test.use({ locale: 'en-GB' })

test('whatever people write as a name, an address or a note is text on the page and does nothing', async ({
  page,
}) => {
  const said: string[] = []
  page.on('dialog', (dialog) => {
    said.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => said.push(error.message))
  await signIn(page, 'okafor', 'en')
  for (const [index, text] of hostileTexts.entries()) {
    const id = randomUUID()
    const name = `${text} ‹${index}›`
    await recordByProgram(page, { id, name, address: name, safeContact: name, schoolOrWork: name })
    await follow(page, `/people/${id}`)
    await expect(page.locator('h1')).toContainText(`‹${index}›`)
    const shown = await page.evaluate(() => document.body.textContent ?? '')
    expect(shown).toContain(name)
    expect(await page.locator('img[src="x"], svg[onload], a[href^="javascript:"]').count()).toBe(0)
  }
  expect(said).toEqual([])
})
