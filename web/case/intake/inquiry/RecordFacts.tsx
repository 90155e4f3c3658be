import type { HelpAttempt, InquiryView } from '#contract/case/intake.ts'
import * as codes from '#contract/codes/index.ts'
import { languageNames } from '#web/app/language.ts'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, PersonName, useUiWords } from '#web/ui/index.ts'
import { inquiryWords } from './inquiry.words.ts'
import { useInquiryLabels } from './useInquiryLabels.ts'
import { usePreliminaryLabels } from './usePreliminaryLabels.ts'

/** What was written at the first contact; what was left empty is left out. */
export function SheetFacts({ inquiry }: { inquiry: InquiryView }) {
  const labels = useInquiryLabels()
  const label = useLabel()
  const { language } = useLanguage()
  const formats = useFormats()
  const t = useWords(inquiryWords)
  const noticeTold = useNoticeTold(inquiry)
  const { sheet, caller, client } = inquiry
  const willing = codes.willingness.levels.find((level) => level === sheet.willingness)
  const told = sheet.toldItems.map((item) => label(codes.toldItem, item))
  const facts = [
    { label: labels.callerId, value: caller && <PersonName>{caller.name}</PersonName> },
    { label: labels.clientId, value: client && <PersonName>{client.name}</PersonName> },
    {
      label: labels.callerRelation,
      value: sheet.callerRelation && label(codes.familyRelation, sheet.callerRelation),
    },
    { label: labels.trouble, value: sheet.trouble },
    { label: labels.situation, value: sheet.situation },
    { label: labels.willingness, value: willing && codes.willingness.label(willing, language) },
    { label: labels.toldItems, value: formats.phrases(told) },
    {
      label: labels.toldLanguage,
      value: inquiry.told && sheet.toldLanguage && languageNames[sheet.toldLanguage],
    },
    {
      label: labels.noticeGround,
      value: sheet.noticeGround && label(codes.exceptionGround, sheet.noticeGround),
    },
    { label: t('noticeTold'), value: inquiry.noticeOwed ? t('noticeOwed') : noticeTold },
    { label: labels.emotionalSupport, value: sheet.emotionalSupport },
    { label: labels.channel, value: label(codes.contactChannel, sheet.channel) },
    { label: labels.source, value: sheet.source && label(codes.caseSource, sheet.source) },
    { label: labels.referrerName, value: sheet.referrerName },
    { label: labels.referrerReason, value: sheet.referrerReason },
    { label: labels.helpType, value: sheet.helpType && label(codes.helpSeekingType, sheet.helpType) },
    { label: labels.clientType, value: label(codes.clientKind, sheet.clientType) },
    {
      label: labels.involuntaryGround,
      value: sheet.involuntaryGround && label(codes.involuntaryGround, sheet.involuntaryGround),
    },
    { label: labels.resistance, value: sheet.resistance },
  ]
  return <Facts facts={facts} />
}

/** When the use of information was told, and by which version of the notice where there was one. */
function useNoticeTold({ told }: InquiryView): string | null {
  const t = useWords(inquiryWords)
  const { moment } = useFormats()
  if (!told) return null
  const version = told.noticeVersion === null ? [] : [t('noticeVersion', { version: told.noticeVersion })]
  return [moment(told.at), ...version].join(' · ')
}

/** The answers to the five questions and what the help-seeker said to them; what was left empty is left out. */
export function PreliminaryFacts({ inquiry }: { inquiry: InquiryView }) {
  const labels = usePreliminaryLabels()
  const label = useLabel()
  const ui = useUiWords()
  const { preliminaryAssessment: p, sharing } = inquiry
  const attemptLine = ({ askedWhom, askedWhen, help, result }: HelpAttempt) =>
    [askedWhom, askedWhen, help, result && label(codes.helpResult, result)].filter(Boolean).join(' · ')
  const yesNo = (answer: boolean | null) => (answer === null ? null : answer ? ui.yes : ui.no)
  const facts = [
    { label: labels.willingnessNote, value: p.willingnessNote },
    { label: labels.problems, value: p.problems },
    { label: labels.howItArose, value: p.howItArose },
    { label: labels.expectation, value: p.expectation },
    { label: labels.soughtHelpBefore, value: yesNo(p.soughtHelpBefore) },
    { label: labels.earlierHelp, value: p.earlierHelp.map(attemptLine).join('\n') },
    { label: labels.ownEfforts, value: p.ownEfforts },
    {
      label: labels.agencyResources,
      value: p.agencyResources && label(codes.sufficiency, p.agencyResources),
    },
    { label: labels.workerAbility, value: p.workerAbility && label(codes.ability, p.workerAbility) },
    { label: labels.reconcilable, value: yesNo(p.reconcilable) },
    { label: labels.reconcilableNote, value: p.reconcilableNote },
    { label: labels.inScope, value: yesNo(p.inScope) },
    { label: labels.inArea, value: yesNo(p.inArea) },
    { label: labels.hasCapacity, value: yesNo(p.hasCapacity) },
    { label: labels.riskLevel, value: p.riskLevel && label(codes.riskLevel, p.riskLevel) },
    { label: labels.corrections, value: sharing?.corrections },
  ]
  return <Facts facts={facts} />
}
