import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** The rules of WCAG 2.2, levels A and AA; only what breaks one is described, which halves the work. */
const asked = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
} satisfies axe.RunOptions

/** Colours are the same in every language, and reading them is half of the work: they are read in Chinese. */
const withoutColours = { ...asked, rules: { 'color-contrast': { enabled: false } } } satisfies axe.RunOptions

/**
 * What breaks a rule on the page as it stands, or in a part of it. Axe is brought in once for each page that is loaded. It looks
 * into no frame of another origin: no page of ours holds one.
 */
export async function violationsIn(page: Page, part = 'html'): Promise<axe.Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const language = await page.evaluate(() => document.documentElement.lang)
  return page.evaluate(async ({ where, how }) => (await window.axe.run(where, how)).violations, {
    where: part,
    how: language === 'zh-CN' ? asked : withoutColours,
  })
}
