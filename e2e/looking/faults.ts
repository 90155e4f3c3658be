import type { Page } from '@playwright/test'
import type { NodeResult } from 'axe-core'
import * as codes from '#contract/codes/index.ts'
import type { Wording } from '#contract/language.ts'
import { violationsIn } from './axe.ts'

/** What a program says when a word is missing. */
const slips = /\{\w+\}|\bundefined\b|\bNaN\b|\[object |Invalid Date/u

/** Codes of several words that are no words of any language. */
const bareCodes = new Set(
  Object.values(codes)
    .flatMap((list) => ('labels' in list ? Object.entries<Wording>(list.labels) : []))
    .filter(([code, { en }]) => code.includes('-') && !en.toLowerCase().includes(code))
    .map(([code]) => code),
)

/** What a reader should never find in a text: a place that nobody filled, or a code. */
export function wordFaultsIn(text: string): string[] {
  const slip = slips.exec(text)?.[0]
  const code = text.split(/[^a-z-]+/u).find((word) => bareCodes.has(word))
  return [...(slip ? [`the text “${slip}”`] : []), ...(code ? [`the code “${code}”`] : [])]
}

/** What is wrong with the words and the frame of the page as it stands. */
export async function faultsOf(page: Page): Promise<string[]> {
  const seen = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    title: document.title,
    text: document.body.innerText,
    dead: document.querySelectorAll('main :is(input, select, textarea):disabled').length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }))
  return [
    ...(seen.headings === 1 ? [] : [`${seen.headings} headings of the first level`]),
    ...(/\S · \S/u.test(seen.title) ? [] : [`the title “${seen.title}”`]),
    ...(seen.wide > 0 ? [`${seen.wide} pixels too wide`] : []),
    // What is signed is read as text; a field that nobody can fill is neither.
    ...(seen.dead > 0 ? [`${seen.dead} fields that cannot be filled`] : []),
    ...wordFaultsIn(seen.text),
  ]
}

/** A target that the bar under the thumb covers only until one scrolls is large enough. */
const passesUnderABar = ({ any, all }: NodeResult) =>
  [...any, ...all].some(({ id, data }) => id === 'target-size' && /obscured/iu.test(JSON.stringify(data)))

/**
 * Where axe looks: it reads the same structure in every language, so on wide screens in Chinese, and on phones in Russian,
 * whose words are the longest. The words themselves, and what they do to the frame, are looked at in all three.
 */
export async function axeLooksAt(page: Page): Promise<'wide' | 'narrow' | null> {
  const language = await page.evaluate(() => document.documentElement.lang)
  return language === 'zh-CN' ? 'wide' : language === 'ru' ? 'narrow' : null
}

/** What a reader with other senses meets on it, as axe finds it. */
export async function barriersOn(page: Page): Promise<string[]> {
  const violations = await violationsIn(page)
  return violations.flatMap(({ id, nodes }) => {
    const lasting = nodes.filter((node) => !passesUnderABar(node))
    return lasting.length === 0 ? [] : [`${id}: ${lasting.map(({ html }) => html.slice(0, 160)).join(' | ')}`]
  })
}

/** Collects what the browser complains of, a 401 before signing in aside. Empty it by `splice`. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !text.includes('status of 401')) complaints.push(text)
  })
  return complaints
}
