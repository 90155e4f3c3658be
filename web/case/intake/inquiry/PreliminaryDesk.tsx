import { useMutation } from '@tanstack/react-query'
import type { InquiryView, PreliminaryAssessmentSheet, Sharing } from '#contract/case/intake.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { type DraftSheet, useDraftSheet } from '#web/app/useDraftSheet.ts'
import { AgencyScope } from './AgencyScope.tsx'
import { decideAtOnce } from './decide-at-once.ts'
import { EmergencyBar } from './EmergencyBar.tsx'
import { FitFields } from './FitFields.tsx'
import { FiveQuestions } from './FiveQuestions.tsx'
import { inquiryActs } from './inquiry.api.ts'
import { InquiryFrame } from './InquiryFrame.tsx'
import { inquiryPlaces } from './places.ts'
import { preliminaryWords } from './preliminary.words.ts'
import { ActRefusal } from '../ActRefusal.tsx'
import { allSaved } from '../saved.ts'
import { SharingPart } from './SharingPart.tsx'
import { type InquiryActs, useInquiryActs } from './useInquiryActs.ts'
import { usePreliminaryLabels } from './usePreliminaryLabels.ts'

/** The five questions, saved as one writes; then what was told to the help-seeker, and what they said to it. */
export function PreliminaryDesk({ inquiry }: { inquiry: InquiryView }) {
  const acts = useInquiryActs(inquiry.id)
  const sheet = usePreliminarySheet(inquiry, acts)
  const labels = usePreliminaryLabels()
  const share = useMutation({
    mutationFn: async (sharing: Sharing) => acts.act(inquiryActs.share, sharing, await allSaved(sheet)),
  })
  return (
    <InquiryFrame inquiry={inquiry} here="assessment" aside={<AgencyScope inquiryId={inquiry.id} />}>
      <EmergencyBar inquiry={inquiry} decide={decideAtOnce(sheet, acts)} />
      <Shortcut id={inquiry.id} />
      <DraftSheetForm sheet={sheet} labels={labels}>
        <ActRefusal error={share.error} labels={labels} now={sheet.value} />
        <FiveQuestions sheet={sheet} refused={share.error} />
        <FitFields sheet={sheet} refused={share.error} />
      </DraftSheetForm>
      <SharingPart inquiry={inquiry} share={share.mutate} busy={share.isPending} />
    </InquiryFrame>
  )
}

function usePreliminarySheet(
  inquiry: InquiryView,
  acts: InquiryActs,
): DraftSheet<PreliminaryAssessmentSheet> {
  const asDraft = (view: InquiryView) => ({ value: view.preliminaryAssessment, version: view.version })
  return useDraftSheet<PreliminaryAssessmentSheet>({
    key: `preliminary-assessment/${inquiry.id}`,
    load: asDraft(inquiry),
    save: async (value, version) => asDraft(await acts.save(inquiryActs.assess, value, version)),
    reload: async () => asDraft(await acts.reload()),
  })
}

/** Whoever only wanted to know something is not asked five questions. */
function Shortcut({ id }: { id: string }) {
  const t = useWords(preliminaryWords)
  return (
    <p className="section-lead">
      {t('shortcut')} <Link to={inquiryPlaces(id).decision}>{t('shortcutLink')}</Link>
    </p>
  )
}
