import { useMutation } from '@tanstack/react-query'
import type { InquirySheet, InquiryView } from '#contract/case/intake.ts'
import { noticeBasis, waitsForNotice } from '#contract/case/notice-first.ts'
import type { RefusedByServer } from '#web/app/api.ts'
import { same } from '#web/app/draft.ts'
import { KeptInPart } from '#web/app/draft-keeper.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { useDraftSheet, type DraftSheet } from '#web/app/useDraftSheet.ts'
import { ActionButton, Button } from '#web/ui/index.ts'
import { decideAtOnce } from './decide-at-once.ts'
import { EmergencyBar } from './EmergencyBar.tsx'
import { inquiryActs } from './inquiry.api.ts'
import { InquiryFields } from './InquiryFields.tsx'
import { InquiryFrame } from './InquiryFrame.tsx'
import { inquiryWords } from './inquiry.words.ts'
import { inquiryPlaces } from './places.ts'
import { ActRefusal } from '../ActRefusal.tsx'
import { allSaved } from '../saved.ts'
import { afterNotice, isNoticeFirst } from './after-notice.ts'
import { ReporterPart } from './ReporterPart.tsx'
import { useInquiryLabels } from './useInquiryLabels.ts'
import { type InquiryActs, useInquiryActs } from './useInquiryActs.ts'
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
      <EmergencyBar inquiry={inquiry} decide={decideAtOnce(sheet, acts)} />
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
          error={afterNotice(register.error, noticeBasis({ ...keptOf(inquiry), sheet: sheet.value }))}
          labels={labels}
          now={{ ...sheet.value, emergency: inquiry.emergency }}
        />
        <InquiryFields
          inquiry={{ ...inquiry, kept: keptOf(inquiry) }}
          sheet={sheet}
          danger={inquiry.emergency?.decision.emergency ?? null}
          refused={register.error}
        />
      </DraftSheetForm>
    </InquiryFrame>
  )
}

/** The sheet as it is kept, for the rule that the notice comes first. */
const keptOf = ({ sheet, emergency, client }: InquiryView) => ({
  sheet,
  emergency: emergency?.decision.emergency ?? null,
  underFourteen: client?.underFourteen ?? false,
})

function useInquirySheet(inquiry: InquiryView, acts: InquiryActs): DraftSheet<InquirySheet> {
  const asDraft = (view: InquiryView) => ({ value: view.sheet, version: view.version })
  const save = async (value: InquirySheet, version: number) =>
    asDraft(await acts.save(inquiryActs.change, value, version))
  return useDraftSheet<InquirySheet>({
    key: `inquiry/${inquiry.id}`,
    load: asDraft(inquiry),
    save: async (value, version) => {
      try {
        return await save(value, version)
      } catch (refusal) {
        if (!isNoticeFirst(refusal)) throw refusal
        const rest = withoutWaiting(value, inquiry.sheet, refusal)
        if (same(rest, inquiry.sheet)) throw refusal
        throw new KeptInPart(refusal, await save(rest, version))
      }
    },
    reload: async () => asDraft(await acts.reload()),
    validate: (value) => waitingCodes(value, inquiry),
  })
}

/** What waits is said at its field as one writes, before the server says it. */
function waitingCodes(sheet: InquirySheet, inquiry: InquiryView): Record<string, string> {
  const kept = keptOf(inquiry)
  return Object.fromEntries(waitsForNotice({ ...kept, sheet }, kept).map((field) => [field, 'notice-first']))
}

/** The sheet with the fields that wait for the notice as they are kept: everything else is saved at once. */
const withoutWaiting = (
  value: InquirySheet,
  kept: InquirySheet,
  { fields }: RefusedByServer,
): InquirySheet => {
  const paths = fields.map(({ path }) => path)
  return { ...value, ...Object.fromEntries(Object.entries(kept).filter(([key]) => paths.includes(key))) }
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
