import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languages } from '#contract/language.ts'
import { drawEcomap } from '#drawing/ecomap/draw.ts'
import { ecomapFrom } from '#drawing/ecomap/from-day.ts'
import { readEcomap } from '#drawing/ecomap/read.ts'
import { drawGenogram } from '#drawing/genogram/draw.ts'
import { genogramFrom } from '#drawing/genogram/sheet.ts'
import { aFamily, anEcomap } from '#server/drawings/drawings.factory.ts'
import { wordParts } from '#server/testing/word-file.ts'
import { aClosedCase } from './case-facts.factory.ts'
import { renderDocument, sheetOf } from './index.ts'
import { rasterOf } from './raster.renderer.ts'

const picturesIn = (language: (typeof languages)[number]) => {
  const [day] = anEcomap().days
  return {
    genogram: drawGenogram(genogramFrom(aFamily(), 'client'), { language, day: '2026-03-02' }),
    ecomap: day ? drawEcomap(readEcomap(ecomapFrom(day)), { language, day: day.day }) : null,
  }
}

const order = (language: (typeof languages)[number]) =>
  ({ formId: 'F08', language, facts: aClosedCase(), pictures: picturesIn(language) }) as const

test('genogram and ecomap stand before the place to sign, and a form without them stays as it is', () => {
  const { sections } = sheetOf(order('en'))
  const keys = sections.map(({ key }) => key)
  expect(keys.at(-2)).toBe('pictures')
  expect(sections.find(({ key }) => key === 'pictures')?.blocks).toMatchObject([
    { kind: 'picture', label: 'Genogram', told: expect.stringContaining('李强') },
    { kind: 'picture', label: 'Ecomap', told: expect.stringContaining('第三小学') },
  ])
  const without = sheetOf({ ...order('en'), pictures: { genogram: null, ecomap: null } })
  expect(without.sections.map(({ key }) => key)).toEqual(keys.filter((key) => key !== 'pictures'))
})

test('Word shows both as pictures with their words, PDF draws them, in every language', async () => {
  for (const language of languages) {
    const word = Buffer.from((await renderDocument({ ...order(language), format: 'docx' })).bytes)
    const parts = wordParts(word)
    const images = [...parts.keys()].filter((name) => /^word\/media\/.+\.png$/u.test(name))
    expect(images).toHaveLength(2)
    expect(parts.get('word/document.xml')).toMatch(/<wp:docPr[^>]+descr="[^"]*李强/u)
    const plain = (await renderDocument({ ...order(language), format: 'pdf', pictures: nothing })).bytes
    const pdf = (await renderDocument({ ...order(language), format: 'pdf' })).bytes
    expect(pdf.length).toBeGreaterThan(plain.length + 2_000)
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Alt/u)
    const folder = process.env['LOOK']
    if (folder)
      for (const [kind, bytes] of [
        ['docx', word],
        ['pdf', pdf],
      ] as const)
        writeFileSync(`${folder}/f08-${language}.${kind}`, bytes)
  }
})

const nothing = { genogram: null, ecomap: null }

test('whom something flows to has an arrow in the dots of an ecomap too, at both ends', async () => {
  const read = readEcomap({
    centre: { id: 'me', label: 'Me' },
    systems: [{ id: 'school', kind: 'education', label: 'School' }],
    links: [{ system: 'school', strength: 'ordinary', flow: 'both' }],
  })
  const { svg } = drawEcomap(read, { language: 'en', day: '2026-03-02' })
  const whole = await rasterOf(svg)
  for (const end of ['start', 'end'])
    expect(whole.equals(await rasterOf(svg.replaceAll(new RegExp(` marker-${end}="[^"]*"`, 'gu'), '')))).toBe(
      false,
    )
})
