import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { FormId } from '#contract/documents.ts'
import { languages } from '#contract/language.ts'
import { aClosedCase } from './case-facts.factory.ts'
import { fileOf, renderDocument, sheetOf } from './index.ts'

const hostile = '</w:t></w:r><script>alert(1)</script> & "q" ]]> CURRENT {page} \u0000\u0007'

test('every form opens as a Word document that holds its labels and its data', async () => {
  for (const formId of FormId.options) {
    for (const language of languages) {
      const { bytes } = await renderDocument({ formId, language, format: 'docx', facts: aClosedCase() })
      const document = partsOf(bytes).get('word/document.xml') ?? ''
      const words = wordsOf(document)
      const sheet = sheetOf({ formId, language, facts: aClosedCase() })
      expect(words).toContain(sheet.title)
      for (const fact of sheet.header.flat())
        expect(words).toEqual(expect.arrayContaining([fact.label, fact.value]))
      for (const { title } of sheet.sections) expect(words).toContain(title)
    }
  }
})

test('a page is A4, has running head, page numbers, repeating table heads and a language', async () => {
  const { bytes } = await renderDocument({
    formId: 'F09',
    language: 'ru',
    format: 'docx',
    facts: aClosedCase(),
  })
  const parts = partsOf(bytes)
  const document = parts.get('word/document.xml') ?? ''
  expect(document).toContain('w:w="11906"')
  expect(document).toContain('<w:tblHeader/>')
  expect(document).toContain('w:tblLayout w:type="fixed"')
  const styles = parts.get('word/styles.xml') ?? ''
  expect(styles).toContain('w:eastAsia="Noto Sans SC"')
  expect(styles).toContain('w:val="ru-RU"')
  expect(wordsOf(parts.get('word/header1.xml') ?? '').join()).toContain('TX-2026-0017')
  expect(parts.get('word/footer1.xml')).toMatch(/PAGE[^<]*<[\s\S]*NUMPAGES/)
})

test('a sheet without a case number has a running head and a title that end with its words', async () => {
  const sheet = { ...sheetOf({ formId: 'F15', language: 'en', facts: aClosedCase() }), caseNumber: '' }
  const parts = partsOf((await fileOf(sheet, 'docx')).bytes)
  expect(wordsOf(parts.get('word/header1.xml') ?? '').at(-1)).toBe(sheet.title)
  expect(parts.get('docProps/core.xml')).toContain(`>${sheet.title}</`)
})

test('the file tells nobody’s name in its properties', async () => {
  const { bytes, fileName } = await renderDocument({
    formId: 'F15',
    language: 'en',
    format: 'docx',
    facts: aClosedCase(),
  })
  const parts = partsOf(bytes)
  const properties = [...parts].filter(([name]) => name.startsWith('docProps/')).map(([, xml]) => xml)
  expect(properties.length).toBeGreaterThan(0)
  expect(properties.join()).not.toMatch(/李小龙|王桂英|陈思远/)
  expect(fileName).toBe('TX-2026-0017-F15-en.docx')
})

test('text that looks like markup stays text', async () => {
  const base = aClosedCase()
  const facts = aClosedCase({ header: { ...base.header, client: hostile, agency: 'CURRENT' } })
  const { bytes } = await renderDocument({ formId: 'F08', language: 'en', format: 'docx', facts })
  const document = partsOf(bytes).get('word/document.xml') ?? ''
  expect(document).not.toContain('<script>')
  expect(wordsOf(document)).toContain('</w:t></w:r><script>alert(1)</script> & "q" ]]> CURRENT {page}')
  expect(wordsOf(document)).toContain('CURRENT')
})

test.each(['../../etc/passwd', '个案 7"\r\nX: y', '..', ''])(
  'the file name of case %j is safe',
  async (caseNumber) => {
    const base = aClosedCase()
    const facts = aClosedCase({ header: { ...base.header, caseNumber } })
    const { fileName } = await renderDocument({ formId: 'F07', language: 'en', format: 'docx', facts })
    expect(fileName).toMatch(/^[A-Za-z0-9][A-Za-z0-9.-]*-F07-en\.docx$/)
  },
)

/** The files of a zip archive, by name: reads the central directory at its end. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes)
  const parts = new Map<string, string>()
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006') + 16)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, nameLength, extra, comment] = [20, 28, 30, 32].map((field) =>
      field === 20 ? zip.readUInt32LE(at + field) : zip.readUInt16LE(at + field),
    ) as [number, number, number, number]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const content = zip.subarray(start, start + size)
    parts.set(name, (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return parts
}

/** The text runs of a Word part, unescaped. */
function wordsOf(xml: string): string[] {
  const escapes: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) =>
    text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => escapes[name] ?? ''),
  )
}
