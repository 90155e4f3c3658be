import { filePart, type LeavingOutGround } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import type { FormSheet, SheetBlock, SheetFact, SheetSection } from '#contract/documents.ts'
import type { FileCopyView } from '#contract/file-copies.ts'
import type { Language } from '#contract/language.ts'
import { wordDate } from '#server/documents/index.ts'
import type { CopyPart } from './copy-part.ts'
import { copyWords } from './words.ts'

type LeftOut = NonNullable<FileCopyView['decided']>['parts'][number]

/** What a copy says of itself. */
export type CopyHead = Readonly<{
  language: Language
  agency: string
  caseNumber: string
  client: string
  askerName: string
  askedOn: Day
  madeOn: Day
  parts: readonly Pick<LeftOut, 'part' | 'ground'>[]
  /** In which parts single records are left out, and on what ground. */
  singly: readonly Readonly<Pick<LeftOut, 'part' | 'ground'>>[]
}>

/** A whole copy as one sheet: what it is, what it holds, what is left out, and then each form on a page of its own. */
export function copySheet(head: CopyHead, parts: readonly CopyPart[]): FormSheet {
  const { language, agency, caseNumber, madeOn } = head
  const word = (name: keyof typeof copyWords) => copyWords[name][language]
  const day = wordDate(madeOn, language)
  const forms = parts.flatMap(({ sheets }) => sheets)
  return {
    formId: 'file-copy',
    language,
    title: word('title'),
    standard: word('standard'),
    agency,
    caseNumber,
    header: headerOf(head),
    sections: [aboutCopy(head, parts), ...forms.flatMap(chapterOf)],
    footer: { note: word('note'), page: word('page'), printed: word('made').replace('{day}', () => day) },
  }
}

const fact = (key: string, label: string, value: string): SheetFact => ({ key, label, value, tall: false })

function headerOf({ language, agency, caseNumber, client, askerName, askedOn, madeOn }: CopyHead) {
  const word = (name: keyof typeof copyWords) => copyWords[name][language]
  return [
    [fact('agency', word('agency'), agency), fact('case_no', word('caseNumber'), caseNumber)],
    [fact('client', word('client'), client), fact('asker', word('asker'), askerName)],
    [
      fact('asked_on', word('askedOn'), wordDate(askedOn, language)),
      fact('made_on', word('madeOn'), wordDate(madeOn, language)),
    ],
  ]
}

function aboutCopy(head: CopyHead, parts: readonly CopyPart[]): SheetSection {
  const { language } = head
  const word = (name: keyof typeof copyWords) => copyWords[name][language]
  const contents = parts.flatMap(({ part, sheets }) =>
    sheets.map(({ title }) => [filePart.label(part, language), title]),
  )
  return {
    key: 'about',
    title: word('about'),
    newPage: false,
    blocks: [
      table('contents', word('contents'), [word('part'), word('form')], contents, word('nothingLeftOut')),
      table('left_out', word('leftOut'), [word('part'), word('why')], leftOut(head), word('nothingLeftOut')),
      {
        kind: 'facts',
        rows: [
          [fact('never', word('never'), word('neverWhat'))],
          [fact('rights', word('rights'), word('rightsWhat'))],
        ],
      },
    ],
  }
}

/**
 * What is left out and why, as whoever asked may read it. The ground is not told more exactly: that a reporter or a safe
 * address was the reason would say that there is one.
 */
function leftOut({ language, parts, singly }: CopyHead): string[][] {
  const why = (ground: LeavingOutGround) => copyWords[ground === 'law' ? 'law' : 'protection'][language]
  const whole = parts.map(({ part, ground }) => [filePart.label(part, language), why(ground)])
  const single = singly.map(({ part, ground }) => [
    `${filePart.label(part, language)} – ${copyWords.singly[language]}`,
    why(ground),
  ])
  return [...whole, ...new Map(single.map((row) => [row.join('|'), row])).values()]
}

function table(
  key: string,
  label: string,
  [first = '', second = '']: string[],
  rows: string[][],
  none: string,
): SheetBlock {
  const columns = [
    { key: 'first', label: first, width: 50 },
    { key: 'second', label: second, width: 50 },
  ]
  return { kind: 'table', key, label, columns, rows, none }
}

/** The sections of a form, named after it; the form begins on a new page. */
const chapterOf = ({ title, language, sections }: FormSheet): SheetSection[] =>
  sections.map((section, at) => ({
    ...section,
    title: copyWords.sectionOf[language].replace(/\{(\w+)\}/gu, (_, name) =>
      name === 'form' ? title : section.title,
    ),
    newPage: at === 0 || section.newPage,
  }))
