import { Receiver } from '#contract/consent.ts'
import { Language } from '#contract/language.ts'
import type { ConsentFacts } from '../case-facts.ts'
import { languageWords } from './contents.words.ts'
import type { consentRows } from './stages.queries.ts'
import { codedAll, codedOrNull, moment, signedBy, textOrNull, unsigned } from './text.ts'

type Row = Awaited<ReturnType<typeof consentRows>>[number]

/** One consent as form F04 shows it. The notice stands in the language in which it was told, as it was told. */
export function consentFacts(row: Row, language: Language): ConsentFacts {
  const told = Language.parse(row.noticeLanguage)
  const giver = row.way === 'electronic' ? signedBy(row.giverName, row.recordedAt) : null
  return {
    notice: { 'zh-CN': row.wordsZh, en: row.wordsEn, ru: row.wordsRu }[told],
    explainedIn: languageWords[told][language],
    noticeVersion: row.noticeVersion,
    purpose: codedOrNull('consentPurpose', row.purpose),
    sections: codedAll('fileSection', row.sections),
    sensitiveKind: codedOrNull('sensitiveKind', row.sensitiveKind),
    receivers: Receiver.array()
      .parse(row.receivers)
      .map(({ kind, name }) => ({ kind: codedOrNull('receiverKind', kind), name: textOrNull(name) })),
    details: textOrNull(row.details),
    familyTakesPart: onlyWhere(row, 'taking-part'),
    research: onlyWhere(row, 'research'),
    pictures: onlyWhere(row, 'pictures'),
    period: { from: row.validFrom, until: row.validUntil },
    giver: codedOrNull('confirmer', row.giver),
    giverName: row.giverName,
    capacity: codedOrNull('consentCapacity', row.capacity),
    way: codedOrNull('consentWay', row.way),
    heard: textOrNull(row.heard),
    witness: textOrNull(row.witness),
    withdrawnAt: moment(row.withdrawnAt),
    withdrawnReason: textOrNull(row.withdrawnReason),
    signatures: {
      ...unsigned,
      ...(row.giver === 'guardian' ? { guardian: giver } : { client: giver }),
      worker: signedBy(row.recorder, row.recordedAt),
    },
  }
}

/** A consent to one purpose says nothing of the others: their lines stay empty. */
const onlyWhere = ({ purpose }: Row, asked: string) => (purpose === asked ? true : null)
