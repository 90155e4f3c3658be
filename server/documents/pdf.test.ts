import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { FormId } from '#contract/documents.ts'
import { languages } from '#contract/language.ts'
import { aClosedCase } from './case-facts.factory.ts'
import type { CaseFacts } from './case-facts.ts'
import { renderDocument, sheetOf } from './index.ts'
import { compilerFrom } from './pdf.renderer.ts'

const pdf = async (formId: FormId, language: (typeof languages)[number], facts: CaseFacts) =>
  (await renderDocument({ formId, language, format: 'pdf', facts })).bytes

test('every form prints in every language with its own fonts inside, on few pages', async () => {
  for (const formId of FormId.options) {
    for (const language of languages) {
      const text = Buffer.from(await pdf(formId, language, aClosedCase())).toString('latin1')
      expect(text.startsWith('%PDF-')).toBe(true)
      expect(text).toMatch(/\+NotoSansSC-Regular/)
      expect(text).toMatch(/\/FontFile2 /)
      expect(pagesOf(text)).toBeGreaterThanOrEqual(formId === 'F04' ? 1 : 2)
      expect(pagesOf(text)).toBeLessThanOrEqual(4)
    }
  }
})

test('the page shows the title, the labels and what was typed', async () => {
  const shown = textOf(await pdf('F15', 'ru', aClosedCase()))
  for (const words of [
    'Карта закрытия случая',
    'TX-2026-0017',
    '李小龙',
    '58,7',
    'Цели достигнуты',
    'Стр. 2 из 2',
  ]) {
    expect(shown).toContain(words.replaceAll(' ', ''))
  }
})

test('text that looks like typesetting commands stays text', async () => {
  const typed = '#panic("x") $ \\ ] ) #let a = 1 <b> *c* _d_ `e` @f //g {page} #read("/etc/passwd")'
  const base = aClosedCase()
  const facts = aClosedCase({
    header: { ...base.header, client: typed, site: '#pagebreak()' },
    circumstances: { ...base.circumstances, health: typed },
  })
  const bytes = await pdf('F07', 'en', facts)
  expect(textOf(bytes)).toContain(typed.replaceAll(' ', ''))
  expect(textOf(bytes)).toContain('#pagebreak()')
})

test('names of 200 characters and long words do not push the page wide or stop the print', async () => {
  const base = aClosedCase()
  const facts = aClosedCase({
    header: { ...base.header, client: 'Ж'.repeat(200), agency: 'A'.repeat(200) },
    circumstances: { ...base.circumstances, finances: '王'.repeat(20_000), family: [] },
  })
  const bytes = await pdf('F07', 'en', facts)
  expect(textOf(bytes).match(/王/g)?.length).toBeGreaterThan(19_999)
})

test('the same record printed twice is the same file, bit for bit', async () => {
  const first = await pdf('F09', 'zh-CN', aClosedCase())
  await pdf('F08', 'ru', aClosedCase())
  const again = await pdf('F09', 'zh-CN', aClosedCase())
  expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true)
})

test('the file tells nobody’s name in its properties', async () => {
  const bytes = Buffer.from(await pdf('F11', 'en', aClosedCase()))
  expect(bytes.toString('latin1')).not.toMatch(/\/Author|\/CreationDate/)
  const metadata = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(bytes.toString('utf8'))?.[0] ?? ''
  expect(metadata).toContain(sheetOf({ formId: 'F11', language: 'en', facts: aClosedCase() }).title)
  expect(metadata).not.toMatch(/李小龙|王桂英|陈思远/)
})

test('a machine without the compiler is told so, with the reason', async () => {
  const reason = new Error('no binary for this platform')
  const refused = compilerFrom(() => Promise.reject(reason))
  await expect(refused).rejects.toMatchObject({ code: 'documents/pdf-unavailable', cause: reason })
})

const pagesOf = (pdfText: string) => [...pdfText.matchAll(/\/Type \/Page\s/g)].length

/**
 * What the pages show, without blanks: glyph numbers of the page streams, read through the font's own table
 * of characters. The first table belongs to the first font, and so on.
 */
function textOf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes)
  const tables = [...raw.toString('latin1').matchAll(/beginbf[\s\S]*?endcmap/g)].map(([table]) =>
    charactersOf(table),
  )
  const shown = pageStreams(raw).map((page) => {
    let font = 0
    let text = ''
    for (const { 0: token, 1: chosen } of page.matchAll(tokens)) {
      if (chosen !== undefined) font = Number(chosen)
      else
        text += glyphsOf(token)
          .map((glyph) => tables[font]?.get(glyph) ?? '')
          .join('')
    }
    return text
  })
  return shown.join('').replace(/\s|\u200B/g, '')
}

// A choice of font; a string in hexadecimal; or one in brackets, which may hold brackets escaped or in pairs.
const nested = (inner: string) => String.raw`\((?:[^\\()]|\\[\s\S]|${inner})*\)`
const inBrackets = nested(nested(nested(nested('(?!)'))))
const tokens = new RegExp(String.raw`\/f(\d+) [\d.]+ Tf|<[0-9A-Fa-f]+>|${inBrackets}`, 'g')

function charactersOf(table: string): Map<number, string> {
  const characters = new Map<number, string>()
  for (const [, glyph = '', code = ''] of table.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/gi)) {
    characters.set(Number.parseInt(glyph, 16), Buffer.from(code, 'hex').swap16().toString('utf16le'))
  }
  return characters
}

function pageStreams(raw: Buffer): string[] {
  const text = raw.toString('latin1')
  const streams = [...text.matchAll(/\/FlateDecode\s*>>\s*stream\r?\n/g)].map((match) => {
    const start = match.index + match[0].length
    return inflateSync(raw.subarray(start, text.indexOf('endstream', start))).toString('latin1')
  })
  return streams.filter((stream) => stream.includes(' Tf'))
}

/** Two bytes name a glyph. */
function glyphsOf(token: string): number[] {
  const inside = token.slice(1, -1)
  const bytes = token.startsWith('<') ? Buffer.from(inside, 'hex') : Buffer.from(unescaped(inside), 'latin1')
  return Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readUInt16BE(2 * at))
}

function unescaped(string: string): string {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  return string.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (named[code] ?? code),
  )
}
