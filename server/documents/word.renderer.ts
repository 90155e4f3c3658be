import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  type Table,
  TextRun,
} from 'docx'
import type { FormSheet, SheetPicture, SheetSection } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { documentFont } from './fonts.ts'
import { rasterOf } from './raster.renderer.ts'
import { contentWidth, factTable, wordTable } from './word-blocks.renderer.ts'

const millimetre = 56.7
const page = {
  size: { width: 11906, height: 16838 },
  margin: {
    top: Math.round(22 * millimetre),
    bottom: Math.round(20 * millimetre),
    left: 1021,
    right: 1021,
    header: Math.round(11 * millimetre),
    footer: Math.round(10 * millimetre),
  },
}

/** Draws a sheet as a Word document (A4). The file's properties name the form, never a person. */
export async function renderWord(sheet: FormSheet): Promise<Uint8Array> {
  const pictures = await picturesIn(sheet)
  const document = new Document({
    title: named(sheet, ' '),
    description: sheet.standard,
    creator: 'Alongside',
    lastModifiedBy: 'Alongside',
    hyphenation: { autoHyphenation: true },
    styles: stylesOf(sheet),
    sections: [
      {
        properties: { page },
        headers: { default: runningHead(sheet) },
        footers: { default: runningFoot(sheet) },
        children: [
          ...titleOf(sheet),
          factTable(sheet.header),
          ...sheet.sections.flatMap((section) => sectionOf(section, pictures)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/**
 * Chinese text in our font; Latin and Cyrillic papers in one that every office has, because ours draws
 * apostrophes and quotation marks as wide as a Chinese character and Word cannot ask it not to.
 */
function fontOf(language: Language) {
  const letters = language === 'zh-CN' ? documentFont : 'Arial'
  return { ascii: letters, hAnsi: letters, cs: letters, eastAsia: documentFont }
}

// Word checks spelling by language and country.
const spelling: Readonly<Record<Language, string>> = { 'zh-CN': 'zh-CN', en: 'en-GB', ru: 'ru-RU' }

function stylesOf({ language }: FormSheet) {
  const font = fontOf(language)
  const paragraph = { spacing: { before: 0, after: 0, line: 264 } }
  const run = { font, size: 18, language: { value: spelling[language], eastAsia: 'zh-CN' } }
  const heading = { font, bold: true, color: '000000' }
  return {
    default: {
      document: { run, paragraph },
      title: { run: { ...heading, size: 32 }, paragraph: { alignment: AlignmentType.CENTER } },
      heading1: {
        run: { ...heading, size: 21 },
        paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
      },
    },
  }
}

function titleOf({ title, standard }: FormSheet): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 40, after: 160 },
      children: [small(standard)],
    }),
  ]
}

type Drawn = ReadonlyMap<SheetPicture, Buffer>

/** Every picture of the sheet as Word can show it. */
async function picturesIn({ sections }: FormSheet): Promise<Drawn> {
  const pictures = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'picture'))
  return new Map(
    await Promise.all(
      pictures.map(async (one): Promise<[SheetPicture, Buffer]> => [one, await rasterOf(one.svg)]),
    ),
  )
}

/** The room of a picture on the page, in dots of 1/96 inch. */
const pictureRoom = { width: 640, height: 756 }

function pictureOf(picture: SheetPicture, drawn: Drawn): Paragraph[] {
  const { key, label, width, height, told } = picture
  const data = drawn.get(picture)
  const scale = Math.min(1, pictureRoom.width / width, pictureRoom.height / height)
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const altText = { name: key, title: label, description: told }
  return [
    new Paragraph({ keepNext: true, children: [new TextRun({ text: label, bold: true })] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: 240, lineRule: 'auto' },
      children: data ? [new ImageRun({ type: 'png', data, transformation, altText })] : [],
    }),
  ]
}

function sectionOf({ title, newPage, blocks }: SheetSection, drawn: Drawn): (Paragraph | Table)[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: newPage,
    children: [new TextRun(title)],
  })
  const gap = () => new Paragraph({ spacing: { line: 90, lineRule: 'exact' }, keepNext: true })
  const parts = blocks.flatMap((block, at) => [
    gap(),
    ...(block.kind === 'picture' ? pictureOf(block, drawn) : [wordTable(block, blocks[at + 1])]),
  ])
  return [heading, ...parts.slice(1)]
}

/** The form and its case; a first contact has no number yet. */
const named = ({ title, caseNumber }: FormSheet, between: string) =>
  [title, caseNumber].filter(Boolean).join(between)

function runningHead(sheet: FormSheet): Header {
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F', space: 3 } }
  return new Header({
    children: [apart([small(sheet.agency)], [small(named(sheet, ' · '))], { border: rule })],
  })
}

function runningFoot({ footer }: FormSheet): Footer {
  const numbers = footer.page.split(/(\{pages?\})/).map((part) => pageField(part) ?? small(part))
  return new Footer({
    children: [apart([small(footer.printed)], numbers), new Paragraph({ children: [small(footer.note)] })],
  })
}

function pageField(place: string): TextRun | undefined {
  if (place === '{page}') return new TextRun({ ...quiet, children: [PageNumber.CURRENT] })
  if (place === '{pages}') return new TextRun({ ...quiet, children: [PageNumber.TOTAL_PAGES] })
  return undefined
}

/** One thing at the left margin, one at the right. */
function apart(left: ParagraphChild[], right: ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    ...options,
    tabStops: [{ type: TabStopType.RIGHT, position: contentWidth }],
    children: [...left, new TextRun('\t'), ...right],
  })
}

const quiet = { size: 16, color: '595959' } as const
const small = (text: string) => new TextRun({ ...quiet, text })
