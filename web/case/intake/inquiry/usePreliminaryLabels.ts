import type { PreliminaryAssessmentSheet } from '#contract/case/intake.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { preliminaryWords } from './preliminary.words.ts'

/** The labels of the preliminary assessment and of what was shared. */
export function usePreliminaryLabels(): Record<keyof PreliminaryAssessmentSheet | 'corrections', string> {
  const t = useWords(preliminaryWords)
  return {
    willingness: t('willingness'),
    willingnessNote: t('willingnessNote'),
    problems: t('problems'),
    howItArose: t('howItArose'),
    expectation: t('expectation'),
    soughtHelpBefore: t('soughtHelpBefore'),
    earlierHelp: t('earlierHelp'),
    ownEfforts: t('ownEfforts'),
    agencyResources: t('agencyResources'),
    workerAbility: t('workerAbility'),
    reconcilable: t('reconcilable'),
    reconcilableNote: t('reconcilableNote'),
    inScope: t('inScope'),
    inArea: t('inArea'),
    hasCapacity: t('hasCapacity'),
    fitNote: t('fitNote'),
    riskLevel: t('riskLevel'),
    corrections: t('corrections'),
  }
}
