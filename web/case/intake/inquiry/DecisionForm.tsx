import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InquiryView } from '#contract/case/intake.ts'
import { intakeDecision } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, LongTextField, Sheet } from '#web/ui/index.ts'
import { DecisionFields } from './DecisionFields.tsx'
import { decisionToSend, emptyDecision, possibleDecisions } from './decision.ts'
import { decisionWords } from './decision.words.ts'
import { inquiryActs } from './inquiry.api.ts'
import { inquiryPlaces } from './places.ts'
import type { InquiryActs } from './useInquiryActs.ts'

type DecisionFormProps = { inquiry: InquiryView; acts: InquiryActs }

/** Chooses what becomes of a first contact; each choice asks only for what it needs, and always for its reason. */
export function DecisionForm({ inquiry, acts }: DecisionFormProps) {
  const t = useWords(decisionWords)
  const label = useLabel()
  const { worker } = useMe()
  const typed = useTyped(`intake-decision/${inquiry.id}`, () => emptyDecision(worker.id))
  const { value: draft, change } = typed
  const deciding = useDeciding(inquiry, acts, typed.forget)
  const accepts = draft.decision === 'accept'
  const choices = possibleDecisions(inquiry).map((code) => ({
    value: code,
    label: label(intakeDecision, code),
  }))
  const button = (
    <Button type="submit" look="main" busy={deciding.isPending} disabled={draft.decision === null}>
      {t(accepts ? 'accept' : 'decide')}
    </Button>
  )
  return (
    <Sheet label={t('decision')} onSubmit={() => deciding.mutate(decisionToSend(draft))} actions={button}>
      <TypedBefore typed={typed} />
      <RefusalNote error={deciding.error} labels={useDecisionLabels()} />
      <ChoiceField
        label={t('decision')}
        choices={choices}
        shape="pills"
        required
        value={draft.decision}
        onChange={(decision) => change({ decision })}
      />
      {draft.decision !== null && (
        <>
          <LongTextField
            id="reason"
            label={t('reason')}
            required
            value={draft.reason}
            onChange={(reason) => change({ reason })}
          />
          <DecisionFields draft={draft} change={change} />
          <p className="section-lead">{t(accepts ? 'acceptLead' : 'otherLead')}</p>
        </>
      )}
    </Sheet>
  )
}

/** Sends the decision; an acceptance leads on to its new case. */
function useDeciding(inquiry: InquiryView, acts: InquiryActs, forget: () => void) {
  const go = useGo()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (decision: Parameters<typeof inquiryActs.decide>[1]) =>
      acts.act(inquiryActs.decide, decision, inquiry.version),
    onSuccess: ({ conclusion }) => {
      forget()
      void queries.invalidateQueries({ queryKey: ['cases'] })
      const places = inquiryPlaces(inquiry.id)
      const here = conclusion?.decision === 'wait' ? places.wait : places.sheet
      void queries.invalidateQueries({ queryKey: ['waits'] })
      go(conclusion?.caseId ? `/cases/${conclusion.caseId}` : here)
    },
  })
}

function useDecisionLabels() {
  const t = useWords(decisionWords)
  return {
    decision: t('decision'),
    reason: t('reason'),
    caseManagerId: t('caseManagerId'),
    serviceFields: t('serviceFields'),
    siteId: t('siteId'),
    referredTo: t('referredTo'),
    referralReason: t('referralReason'),
    informationGiven: t('informationGiven'),
    notNowReason: t('notNowReason'),
    potentialKind: t('potentialKind'),
  }
}
