import { basename } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Teller } from '../telling/teller.ts'
import { axeLooksAt, barriersOn, faultsOf } from './faults.ts'
import { long } from './languages.ts'
import { widths } from './walk.ts'

/**
 * The page as it stands has no fault on a wide screen and on a phone; with `E2E=long` no barrier either: axe looks on one of
 * them, as `axeLooksAt` says, on a wide one in a language that it leaves out. With `LOOK=folder` it leaves a picture of both there, called after the
 * story and after `name`.
 */
export async function whole({ page, language }: Pick<Teller, 'page' | 'language'>, name = 'page') {
  // Before the page is drawn there is no heading, and nothing that says that it loads.
  await expect(page.locator('h1').first()).toBeVisible()
  await expect(page.locator('.loading')).toHaveCount(0)
  const eyes = (await axeLooksAt(page)) === 'narrow' ? 390 : 1280
  const folder = process.env['LOOK']
  const story = basename(test.info().file, '.spec.ts')
  for (const size of widths) {
    await page.setViewportSize(size)
    const path = `${folder}/${story}-${language}-${name}-${String(size.width)}.png`
    if (folder) await page.screenshot({ path, fullPage: true })
    const barriers = long && size.width === eyes ? await barriersOn(page) : []
    expect([size.width, await faultsOf(page), barriers]).toEqual([size.width, [], []])
  }
}
