import type { FormSheet, SheetTable } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { wordDate } from '#server/documents/index.ts'
import type { CopyPart } from './copy-part.ts'
import { copyWords } from './words.ts'

/** What was attached to a case and is there still. */
export type Attached = Readonly<{
  id: string
  /** Where it lies in the package that goes along. */
  file: string
  title: string
  fileName: string
  mediaType: string
  bytes: number
  sha256: string
  addedOn: string
}>

type Head = Readonly<{ language: Language; agency: string; caseNumber: string }>

/**
 * The list of what is attached and not left out. The files themselves go along in the package, as they are: a scan
 * or a recording has no page of its own. By the fingerprint whoever gets them sees that they are those of the list.
 */
export function attachedPart(head: Head, attached: readonly Attached[]): CopyPart {
  const sheets = attached.length > 0 ? [attachedSheet(head, attached)] : []
  return { part: 'attachments', sheets, facts: { attachments: attached }, ownFields: [] }
}

function attachedSheet({ language, agency, caseNumber }: Head, attached: readonly Attached[]): FormSheet {
  const word = (name: keyof typeof copyWords) => copyWords[name][language]
  const column = (key: keyof Attached, label: string, width: number) => ({ key, label, width })
  const list: SheetTable = {
    kind: 'table',
    key: 'attached',
    label: word('attachedLead'),
    columns: [
      column('title', word('attachedTitle'), 30),
      column('file', word('attachedFile'), 30),
      column('addedOn', word('attachedOn'), 16),
      column('sha256', word('attachedHash'), 24),
    ],
    rows: attached.map(({ title, file, addedOn, sha256 }) => [
      title,
      file,
      wordDate(addedOn, language),
      `${sha256.slice(0, 16)}…`,
    ]),
    none: word('nothingLeftOut'),
  }
  return {
    formId: 'file-copy',
    language,
    title: word('attached'),
    standard: '',
    agency,
    caseNumber,
    header: [],
    sections: [{ key: 'attached', title: word('attached'), newPage: false, blocks: [list] }],
    footer: { note: '', page: '', printed: '' },
  }
}
