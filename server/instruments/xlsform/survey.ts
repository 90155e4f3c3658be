import { type Choice, isTaken, NodeName, type QuestionnaireNode } from '#contract/questionnaires/index.ts'
import { loopGroups } from './loop.ts'
import type { Form } from './form.ts'
import { questionIn, shownIn } from './question.ts'
import { cellOf, type SheetRow } from './sheet-rows.ts'
import { surveyColumns } from './headings.ts'
import { type Answerable, rowType } from './types.ts'
import { listName } from './choices.ts'

/** The nodes of a survey, on which row each stands, and which names were changed on the way. */
export type Survey = Readonly<{
  nodes: QuestionnaireNode[]
  rows: Map<QuestionnaireNode, number>
  renamed: Map<string, string>
}>

type Frame = {
  what: 'group' | 'repeat' | 'loop' | 'form'
  row: number
  title: string
  node: Extract<QuestionnaireNode, { kind: 'group' | 'repeat' }> | null
  list: string
  nodes: QuestionnaireNode[]
}

const yes = /^(?:yes|true|1|true\(\))$/iu
const no = /^(?:no|false|0|false\(\))$/iu

/** What is read of a row that begins a group, a repeat or a loop, and of one that ends it. */
const ofSections = new Set(['type', 'name', 'label', 'hint', 'media', 'relevant', 'appearance', 'disabled'])
const ofEnds = new Set(['type', 'name', 'disabled'])

/** Reads the rows of a survey into a tree. Every row becomes something, or is remarked upon with its number. */
export function readSurvey(form: Form, rows: readonly SheetRow[]): Survey {
  return new SurveyReader(form).read(rows)
}

class SurveyReader {
  private readonly form: Form
  private readonly rows = new Map<QuestionnaireNode, number>()
  private readonly renamed = new Map<string, string>()
  private readonly names = new Set<string>()
  private readonly frames: Frame[] = [{ what: 'form', row: 0, title: '', node: null, list: '', nodes: [] }]

  constructor(form: Form) {
    this.form = form
  }

  read(rows: readonly SheetRow[]): Survey {
    for (const row of rows) this.readRow(row)
    while (this.frames.length > 1) {
      const frame = this.top
      this.say(frame.row, 'type', 'begin-without-end', frame.title)
      this.close(frame)
    }
    return { nodes: this.top.nodes, rows: this.rows, renamed: this.renamed }
  }

  private get top(): Frame {
    const frame = this.frames.at(-1)
    if (!frame) throw new Error('The form itself is never closed.')
    return frame
  }

  private say(row: number, column: string, ...what: [Parameters<Form['remarks']['add']>[3], string]) {
    this.form.remarks.add(this.form.sheet, row, column, ...what)
  }

  private readRow(row: SheetRow) {
    const said = cellOf(row, 'type')
    const all = row.cells.map(({ text }) => text).join(' | ')
    if (said === '') return this.say(row.row, 'type', 'row-without-type', all)
    if (yes.test(cellOf(row, 'disabled'))) return this.say(row.row, 'disabled', 'row-disabled', all)
    const type = rowType(said)
    if (!type) return this.say(row.row, 'type', 'type-unknown', said)
    if (type.is === 'unsupported') return this.say(row.row, 'type', 'type-unsupported', said)
    if (type.is === 'include') return this.say(row.row, 'type', 'include-unsupported', all)
    if (type.is === 'begin') return this.begin(row, type.what)
    if (type.is === 'loop') return this.beginLoop(row, type.list)
    if (type.is === 'end') return this.end(row, type.what)
    return this.question(row, type)
  }

  private question(row: SheetRow, type: Answerable) {
    const name = this.nameOf(row, type.is === 'question' ? type.type : type.is)
    const question = questionIn(this.form, row, type, name)
    const isIdle = (column: string) =>
      column === 'repeat_count' ||
      (column === 'rows' && question.type !== 'text') ||
      (question.score === undefined && (column === 'reverse' || column === 'subscale'))
    this.sayUnused(row, (column) => !isIdle(column))
    this.put(question, row.row)
    if (type.is === 'select' && type.other && this.form.lists.has(type.list))
      this.addOther(row, type.list, name)
  }

  /** `or_other`: one more choice in the list, and a question for its words that shows with it. */
  private addOther(row: SheetRow, list: string, name: string) {
    const { lists, defaultLanguage } = this.form
    const choices = lists.get(list) ?? []
    const label = { [defaultLanguage]: 'Other' }
    if (!choices.some((choice) => choice.name === 'other'))
      lists.set(list, [...choices, { name: 'other', label }])
    const other = this.free(`${name}_other`)
    this.say(row.row, 'type', 'other-added', other)
    this.put(
      {
        kind: 'question',
        type: 'text',
        name: other,
        label: { [defaultLanguage]: 'Specify other.' },
        relevant: `selected(\${${name}}, 'other')`,
      },
      row.row,
    )
  }

  /** What stands in a row of this kind, in columns that are read elsewhere and change nothing here. */
  private sayUnused({ row, cells }: SheetRow, isRead: (column: string) => boolean) {
    for (const { heading, text } of cells)
      if (surveyColumns.has(heading.column) && !isRead(heading.column) && !no.test(text))
        this.say(row, heading.column, 'cell-unused', text)
  }

  private begin(row: SheetRow, what: 'group' | 'repeat') {
    this.sayUnused(
      row,
      (column) => ofSections.has(column) || (what === 'repeat' && column === 'repeat_count'),
    )
    const shown = shownIn(this.form, row, this.nameOf(row, what))
    const count = cellOf(row, 'repeat_count')
    const node =
      what === 'group'
        ? { kind: what, ...shown, nodes: [] }
        : { kind: what, ...shown, ...(count !== '' && { count }), nodes: [] }
    this.put(node, row.row)
    this.open(what, row, { node })
  }

  private beginLoop(row: SheetRow, list: string) {
    if (!this.form.lists.has(list)) this.say(row.row, 'type', 'list-missing', list)
    this.sayUnused(row, (column) => ofSections.has(column))
    const node = { kind: 'group' as const, ...shownIn(this.form, row, this.nameOf(row, 'loop')), nodes: [] }
    this.put(node, row.row)
    this.open('loop', row, { node, list })
  }

  private open(
    what: Frame['what'],
    row: SheetRow,
    { node, list = '' }: Pick<Frame, 'node'> & { list?: string },
  ) {
    this.frames.push({
      what,
      row: row.row,
      title: `${cellOf(row, 'type')} ${node?.name ?? ''}`,
      node,
      list,
      nodes: [],
    })
  }

  /** Ends what was begun last; where something else is meant, that and all inside it. */
  private end(row: SheetRow, what: 'group' | 'repeat' | 'loop') {
    const said = `${cellOf(row, 'type')} ${cellOf(row, 'name')}`.trim()
    this.sayUnused(row, (column) => ofEnds.has(column))
    const index = this.frames.findLastIndex((frame) => frame.what === what)
    if (index < 1) return this.say(row.row, 'type', 'end-without-begin', said)
    if (index < this.frames.length - 1) this.say(row.row, 'type', 'end-of-another', said)
    while (this.frames.length > index) this.close(this.top)
  }

  private close(frame: Frame) {
    this.frames.pop()
    const { node } = frame
    if (!node) return
    node.nodes = frame.what === 'loop' ? this.unfold(frame) : frame.nodes
    if (node.nodes.length === 0) this.say(frame.row, 'type', 'group-empty', node.name)
  }

  private unfold(frame: Frame): QuestionnaireNode[] {
    const choices: readonly Choice[] = this.form.lists.get(frame.list) ?? []
    this.say(frame.row, 'type', 'loop-unfolded', listName(frame.list))
    return loopGroups(frame.nodes, choices, {
      free: (name) => this.free(name),
      put: (node) => this.rows.set(node, frame.row),
    })
  }

  private put(node: QuestionnaireNode, row: number) {
    this.rows.set(node, row)
    this.top.nodes.push(node)
  }

  /** The name of a row: as it stands where it can be kept and is not taken, else the nearest that is. */
  private nameOf(row: SheetRow, kind: string): string {
    const said = cellOf(row, 'name')
    if (said === '') {
      const name = this.free(`${kind.replaceAll('-', '_')}_${row.row}`)
      if (kind !== 'note') this.say(row.row, 'name', 'name-missing', name)
      return name
    }
    const plain = NodeName.safeParse(said).success
      ? said
      : `${/^[\p{L}_]/u.test(said) ? '' : '_'}${said.replaceAll(/[^\p{L}\p{N}_.-]/gu, '_')}`.slice(0, 90)
    const name = this.free(plain)
    if (name !== said) {
      this.say(row.row, 'name', 'name-changed', `${said} → ${name}`)
      if (!this.renamed.has(said) && plain !== said) this.renamed.set(said, name)
    }
    return name
  }

  private free(wanted: string): string {
    let name = isTaken(wanted) ? `${wanted}_` : wanted
    for (let turn = 2; this.names.has(name); turn += 1) name = `${wanted}_${turn}`
    this.names.add(name)
    return name
  }
}
