import { FirstContactForm, type FormId } from '#contract/documents.ts'
import { nameIn } from '#contract/settings/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { ownAnswerText } from '#server/case/own-fields/index.ts'
import { firstContactOf, gatheredForm, gatherFirstContact } from '#server/documents/gathering/index.ts'
import { type CaseFacts, firstContactSheet, sheetOf } from '#server/documents/index.ts'
import { withWords } from './copy-json.ts'
import type { CopyPart } from './copy-part.ts'
import { type Chapter, chapters } from './file-copy.ts'
import { type FileCopy, partsOut } from './file-copies.repository.ts'
import { firstContactWithout, withoutParts } from './leaving-out.ts'

const formsOf: Readonly<Record<Exclude<Chapter, 'first-contact'>, readonly FormId[]>> = {
  'case-file': ['F07'],
  interviews: ['F03'],
  consents: ['F04'],
  assessment: ['F08'],
  plan: ['F09'],
  'process-records': ['F11'],
  closing: ['F15'],
}

/** What a program reads of each part. */
const factsOf: Readonly<
  Record<Exclude<Chapter, 'first-contact'>, (facts: CaseFacts) => Readonly<Record<string, unknown>>>
> = {
  'case-file': ({ header, client, circumstances, caseFile }) => ({ header, client, circumstances, caseFile }),
  interviews: ({ interviews }) => ({ interviews }),
  consents: ({ consents }) => ({ consents }),
  assessment: ({ assessment, signatures }) => ({ assessment, signatures: signatures.assessment }),
  plan: ({ plan, signatures }) => ({ plan, signatures: signatures.plan }),
  'process-records': ({ records }) => ({ records }),
  closing: ({ evaluation, closing, signatures }) => ({ evaluation, closing, signatures: signatures.closing }),
}

/** The parts that a copy will hold, in their order. */
export const chaptersOf = (copy: FileCopy): Chapter[] => {
  const out = partsOut(copy)
  return chapters.filter((part) => !out.has(part))
}

/** Makes one part of a copy as the file stands now, without what is left out. */
export const makePart = (tx: Transaction, copy: FileCopy, part: Chapter): Promise<CopyPart> =>
  part === 'first-contact' ? makeFirstContact(tx, copy) : makeForms(tx, copy, part)

/** The registration and the screening, where whoever makes the copy sees them. */
async function makeFirstContact(tx: Transaction, copy: FileCopy): Promise<CopyPart> {
  const { caseId, language } = copy
  const inquiryId = await firstContactOf(tx, caseId)
  if (inquiryId === null) return { part: 'first-contact', sheets: [], facts: {}, ownFields: [] }
  const { facts: all, label } = await gatherFirstContact(tx, inquiryId)
  const facts = firstContactWithout(all, partsOut(copy))
  const { timeZone: _zone, printedAt: _printed, ...said } = facts
  return {
    part: 'first-contact',
    sheets: FirstContactForm.options.map((form) => firstContactSheet(form, facts, { language, label })),
    facts: Object.assign(
      {},
      withWords(said, (list, code, at) => label(list, code, language, at)),
    ),
    ownFields: [],
  }
}

async function makeForms(
  tx: Transaction,
  copy: FileCopy,
  part: Exclude<Chapter, 'first-contact'>,
): Promise<CopyPart> {
  const { caseId, language } = copy
  const out = partsOut(copy)
  const without = new Set(copy.leftOutRecords.map(({ id }) => id))
  const made: CopyPart = { part, sheets: [], facts: {}, ownFields: [] }
  for (const formId of formsOf[part]) {
    const gathered = await gatheredForm(tx, { caseId, formId, language, without })
    const facts = withoutParts(gathered.facts, out)
    const pictures = out.has('other-people') ? { genogram: null, ecomap: null } : gathered.pictures
    made.sheets.push(sheetOf({ ...gathered, formId, language, facts, pictures }))
    const word = (list: string, code: string, at?: string) => gathered.label(list, code, language, at)
    Object.assign(made.facts, withWords(factsOf[part](facts), word))
    made.ownFields.push(
      ...gathered.own.flatMap(({ recordId, fields, answers }) =>
        fields.map((field) => ({
          recordId,
          label: nameIn(field.label, language),
          answer: ownAnswerText(field, answers[field.id] ?? null, language),
        })),
      ),
    )
  }
  return made
}
