import type { InquirySheet } from '#contract/case/intake.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { inquiryWords } from './inquiry.words.ts'

/** The labels of the sheet of a first contact, and of the emergency decision that registering asks for. */
export function useInquiryLabels(): Record<keyof InquirySheet | 'emergency', string> {
  const t = useWords(inquiryWords)
  return {
    channel: t('channel'),
    source: t('source'),
    helpType: t('helpType'),
    clientType: t('clientType'),
    involuntaryGround: t('involuntaryGround'),
    resistance: t('resistance'),
    callerId: t('callerId'),
    clientId: t('clientId'),
    callerRelation: t('callerRelation'),
    referrerName: t('referrerName'),
    referrerReason: t('referrerReason'),
    willingness: t('willingness'),
    situation: t('situation'),
    trouble: t('trouble'),
    toldItems: t('toldItems'),
    toldLanguage: t('toldLanguage'),
    noticeGround: t('noticeGround'),
    emotionalSupport: t('emotionalSupport'),
    emergency: t('emergency'),
  }
}
