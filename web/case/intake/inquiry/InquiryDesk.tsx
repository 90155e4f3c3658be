import { useMutation } from '@tanstack/react-query'
import type { InquirySheet, InquiryView } from '#contract/case/intake.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { useDraftSheet, type DraftSheet } from '#web/app/useDraftSheet.ts'
import { ActionButton, Button } from '#web/ui/index.ts'
import { EmergencyBar } from './EmergencyBar.tsx'
import { inquiryActs } from './inquiry.api.ts'
import { InquiryFields } from './InquiryFields.tsx'
import { InquiryFrame } from './InquiryFrame.tsx'
import { inquiryWords } from './inquiry.words.ts'
import { inquiryPlaces } from './places.ts'
import { ActRefusal } from '../ActRefusal.tsx'
import { allSaved } from '../saved.ts'
import { ReporterPart } from './ReporterPart.tsx'
import { useInquiryLabels } from './useInquiryLabels.ts'
import { useInquiryActs } from './useInquiryActs.ts'
import { WritingHelp } from './WritingHelp.tsx'

/** The sheet of a first contact, saved as one writes, with the emergency decision above it. */
export function InquiryDesk({ inquiry }: { inquiry: InquiryView }) {
  const acts = useInquiryActs(inquiry.id)
  const sheet = useInquirySheet(inquiry, acts)
  const labels = useInquiryLabels()
  const go = useGo()
  const register = useMutation({
    mutationFn: async () => acts.act(inquiryActs.register, {}, await allSaved(sheet)),
    onSuccess: () => go(inquiryPlaces(inquiry.id).assessment),
  })
  return (
    <InquiryFrame inquiry={inquiry} here="sheet" aside={<WritingHelp />}>
      <EmergencyBar
        inquiry={inquiry}
        decide={async (decision) => acts.act(inquiryActs.decideEmergency, decision, await allSaved(sheet))}
      />
      <ReporterPart
        inquiry={inquiry}
        protect={async (reporter) => acts.act(inquiryActs.protect, reporter, await allSaved(sheet))}
      />
      <DraftSheetForm
        sheet={sheet}
        labels={labels}
        actions={<NextButton inquiry={inquiry} register={register.mutate} busy={register.isPending} />}
      >
        <ActRefusal
          error={register.error}
          labels={labels}
          now={{ ...sheet.value, emergency: inquiry.emergency }}
        />
        <InquiryFields inquiry={inquiry} sheet={sheet} refused={register.error} />
      </DraftSheetForm>
    </InquiryFrame>
  )
}

function useInquirySheet(
  inquiry: InquiryView,
  acts: ReturnType<typeof useInquiryActs>,
): DraftSheet<InquirySheet> {
  const asDraft = (view: InquiryView) => ({ value: view.sheet, version: view.version })
  return useDraftSheet<InquirySheet>({
    key: `inquiry/${inquiry.id}`,
    load: asDraft(inquiry),
    save: async (value, version) => asDraft(await acts.save(inquiryActs.change, value, version)),
    reload: async () => asDraft(await acts.reload()),
  })
}

type NextButtonProps = { inquiry: InquiryView; register: () => void; busy: boolean }

function NextButton({ inquiry, register, busy }: NextButtonProps) {
  const t = useWords(inquiryWords)
  const go = useGo()
  if (inquiry.state === 'draft')
    return (
      <ActionButton ability={inquiry.abilities.register} look="main" onClick={register} busy={busy}>
        {t('register')}
      </ActionButton>
    )
  return (
    <Button look="main" onClick={() => go(inquiryPlaces(inquiry.id).assessment)}>
      {t('toAssessment')}
    </Button>
  )
}
