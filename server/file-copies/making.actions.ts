import { FirstContactForm, type FormId } from '#contract/documents.ts'
import { nameIn } from '#contract/settings/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { ownAnswerText } from '#server/case/own-fields/index.ts'
import { firstContactOf, gatheredForm, gatherFirstContact } from '#server/documents/gathering/index.ts'
import { type CaseFacts, firstContactSheet, sheetOf } from '#server/documents/index.ts'
import { attachedPart } from './attached.ts'
import { withWords } from './copy-json.ts'
import type { CopyPart } from './copy-part.ts'
import { type Chapter, chapters } from './file-copy.ts'
import { attachedTo, headOf, partsThere, versionsOf } from './file-copies.queries.ts'
import { type FileCopy, partsOut } from './file-copies.repository.ts'
import { firstContactWithout, withoutParts } from './leaving-out.ts'
import { copyWords } from './words.ts'

/** The chapters that are told by the forms of a case. */
type FormChapter = Exclude<Chapter, 'first-contact' | 'attachments'>

const formsOf: Readonly<Record<FormChapter, readonly FormId[]>> = {
  'case-file': ['F07'],
  interviews: ['F03'],
  consents: ['F04'],
  assessment: ['F08'],
  plan: ['F09'],
  'process-records': ['F11'],
  closing: ['F15'],
}

/** What a program reads of each part. */
const factsOf: Readonly<Record<FormChapter, (facts: CaseFacts) => Readonly<Record<string, unknown>>>> = {
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
export async function makePart(tx: Transaction, copy: FileCopy, part: Chapter): Promise<CopyPart> {
  if (part === 'first-contact') return makeFirstContact(tx, copy)
  if (part === 'attachments') {
    const attached = await attachedTo(tx, copy.caseId, recordsOut(copy))
    return attachedPart({ language: copy.language, ...(await headOf(tx, copy.caseId)) }, attached)
  }
  const there = await partsThere(tx, copy.caseId)
  const count = there.find((one) => one.part === part)?.count ?? 0
  // A blank form would look as if something had been written on it and taken away.
  if (count === 0) return { part, sheets: [], facts: {}, ownFields: [] }
  if (part === 'assessment' || part === 'plan') return makeVersions(tx, copy, part)
  return makeForms(tx, copy, part)
}

const recordsOut = ({ leftOutRecords }: FileCopy) => new Set(leftOutRecords.map(({ id }) => id))

/** Every version of the assessment or the plan; what a program reads first is the newest. */
async function makeVersions(tx: Transaction, copy: FileCopy, part: 'assessment' | 'plan'): Promise<CopyPart> {
  const { caseId, language } = copy
  const ids = await versionsOf(tx, caseId, part)
  const versions: CopyPart[] = []
  for (const id of ids) versions.push(await makeForms(tx, copy, part, id))
  const named = (title: string, n: number) =>
    ids.length === 1
      ? title
      : copyWords.version[language].replace(/\{(\w+)\}/gu, (_, name) =>
          name === 'form' ? title : String(name === 'n' ? n : ids.length),
        )
  return {
    part,
    sheets: versions.flatMap(({ sheets }, at) =>
      sheets.map((sheet) => ({ ...sheet, title: named(sheet.title, at + 1) })),
    ),
    facts: { ...versions.at(-1)?.facts, versions: versions.map(({ facts }) => facts) },
    ownFields: versions.flatMap(({ ownFields }) => ownFields),
  }
}

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
  part: FormChapter,
  only?: string,
): Promise<CopyPart> {
  const { caseId, language } = copy
  const out = partsOut(copy)
  const without = recordsOut(copy)
  const made: CopyPart = { part, sheets: [], facts: {}, ownFields: [] }
  for (const formId of formsOf[part]) {
    const gathered = await gatheredForm(tx, {
      caseId,
      formId,
      language,
      without,
      recordId: only,
      whole: true,
    })
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
