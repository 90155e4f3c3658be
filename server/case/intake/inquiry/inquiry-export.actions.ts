import { caseSource, contactChannel, intakeDecision, isOwn, standardOf } from '#contract/codes/index.ts'
import type { InquiryExportQuery } from '#contract/exports.ts'
import type { Language, Wording } from '#contract/language.ts'
import type { Transaction } from '#server/access/index.ts'
import { speakerOf } from '#server/agencies/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { allRows, type ExportColumn, exportHeaders, sheetOf, yesOrNo } from '#server/kernel/export.ts'
import { spreadsheet } from '#server/platform/spreadsheets/index.ts'
import { inquiryRows } from './inquiry.queries.ts'

type Line = Awaited<ReturnType<typeof inquiryRows>>['rows'][number]

const title: Wording = { 'zh-CN': '初步接洽', en: 'First contacts', ru: 'Первичные обращения' }

type Speaker = Awaited<ReturnType<typeof speakerOf>>

/** An own code is followed by the standard code as which it counts. */
function sourceOf({ source, receivedAt }: Line, language: Language, say: Speaker) {
  if (!source) return ''
  const word = say(caseSource, source, new Date(receivedAt))
  return isOwn(source) ? `${word} (${caseSource.label(standardOf(source), language)})` : word
}

const columnsIn = (language: Language, say: Speaker): readonly ExportColumn<Line>[] => [
  {
    heading: { 'zh-CN': '接待日期', en: 'Received on', ru: 'Принято' },
    cell: ({ receivedAt }) => dayOf(new Date(receivedAt)),
  },
  {
    heading: { 'zh-CN': '服务对象', en: 'Client', ru: 'Клиент' },
    cell: ({ clientName }) => clientName ?? '',
  },
  {
    heading: { 'zh-CN': '联系人', en: 'Who contacted us', ru: 'Кто обратился' },
    cell: ({ callerName }) => callerName ?? '',
  },
  {
    heading: { 'zh-CN': '接收渠道', en: 'Contact channel', ru: 'Канал обращения' },
    cell: ({ channel, receivedAt }) => say(contactChannel, channel, new Date(receivedAt)),
  },
  {
    heading: { 'zh-CN': '个案来源', en: 'Case source', ru: 'Источник случая' },
    cell: (line) => sourceOf(line, language, say),
  },
  {
    heading: { 'zh-CN': '紧急', en: 'Emergency', ru: 'Экстренное' },
    cell: ({ emergency }) => yesOrNo(emergency, language),
  },
  {
    heading: { 'zh-CN': '决定', en: 'Decision', ru: 'Решение' },
    cell: ({ decision }) => (decision ? intakeDecision.label(decision, language) : ''),
  },
  {
    heading: { 'zh-CN': '接待人', en: 'Received by', ru: 'Принял специалист' },
    cell: ({ receivedBy }) => receivedBy.name,
  },
]

/** The desk's list that the reader is looking at, as a file. It is one line of the audit, with every contact that left. */
export async function exportInquiries(tx: Transaction, { format, language, ...query }: InquiryExportQuery) {
  const lines = await allRows((after, limit) => inquiryRows(tx, { ...query, limit, after }))
  tx.saw({ kind: 'inquiry-list', listed: lines.map(({ id }) => id) })
  const sheet = {
    name: title[language],
    ...sheetOf(columnsIn(language, await speakerOf(tx, language)), lines, language),
  }
  const { bytes, contentType } = await spreadsheet(sheet, format)
  return { bytes, ...exportHeaders(`first-contacts-${dayOf(tx.now)}.${format}`, contentType) }
}
