import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { AssessmentView } from '#contract/case/assessment.ts'
import { assessmentKind } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { InWordsOf } from '#web/app/code-words.tsx'
import { OwnFields } from '#web/case/own-fields/OwnFields.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ClientLinksSection } from '#web/client-links/ClientLinksSection.tsx'
import { Addenda } from '#web/case/timeline/Addenda.tsx'
import { Button, LinkButton, Loading } from '#web/ui/index.ts'
import { addToAssessment, keepInStep } from './assessment.api.ts'
import { AssessmentsPanel } from './AssessmentsPanel.tsx'
import { assessmentWords } from './assessment.words.ts'
import { BeginAgain, useMayBegin } from './BeginAgain.tsx'
import { yetToSpeak } from './client-answer.ts'
import { clientViewWords } from './client-view.words.ts'
import { ClientViewSection } from './ClientViewSection.tsx'
import { AssessmentLead } from './DraftAssessment.tsx'
import { EvidencePanel } from './evidence/EvidencePanel.tsx'
import { MaskedNotice } from './MaskedNotice.tsx'
import { maskedWords } from './masked.words.ts'
import { NextStep } from './NextStep.tsx'
import { togetherPlace } from './places.ts'
import { SheetVersions } from './SheetVersions.tsx'
import { StateNotice } from './StateNotice.tsx'

/** An assessment to read: where it stands and what comes next, what the client said, then its text. */
export function SignedAssessment({ view }: { view: AssessmentView }) {
  const t = useWords(assessmentWords)
  const label = useLabel()
  const caseId = view.case.id
  // What still waits for a signature or the client's view is finished first.
  const mayBegin =
    useMayBegin(caseId) && view.abilities.confirm !== 'yes' && view.state !== 'awaiting-cosignature'
  const [again, setAgain] = useState(view.state === 'not-confirmed')
  const begin = mayBegin && !again && <Button onClick={() => setAgain(true)}>{t('beginAgain')}</Button>
  return (
    <CaseFrame
      caseId={caseId}
      title={t('title')}
      lead={<AssessmentLead view={view} kind={label(assessmentKind, view.kind)} />}
      nextStep={again ? undefined : <NextStep view={view} />}
      actions={begin}
      aside={
        <>
          <EvidencePanel caseId={caseId} />
          <AssessmentsPanel caseId={caseId} shownId={view.id} />
        </>
      }
    >
      <StateNotice view={view} />
      <MaskedNotice caseId={caseId} kinds={view.masked && view.masked.kinds} />
      {again && mayBegin && <BeginAgain view={view} />}
      <ClientViewSection view={view} />
      <OnTheirPhone view={view} />
      <InWordsOf at={view.signature?.at}>
        <SheetVersions view={view} />
      </InWordsOf>
      <OwnFields caseId={caseId} recordId={view.id} state={view.state} />
      <Signatures view={view} />
      {view.state !== 'draft' && <AddedLater view={view} />}
    </CaseFrame>
  )
}

/** Whoever has not said yet what they think may be asked on their own phone, client and guardian each by a link of their own. */
function OnTheirPhone({ view }: { view: AssessmentView }) {
  const say = useWords(clientViewWords)
  const { state, id: assessmentId, abilities } = view
  if (state === 'draft' || state === 'awaiting-cosignature') return null
  const waiting = yetToSpeak(view).map(({ id }) => id)
  const without = view.viewGivers.flatMap(({ id }) => (waiting.includes(id) ? [] : [id]))
  return (
    <Suspense fallback={<Loading />}>
      {abilities.confirmBeside === 'yes' && (
        <p>
          <LinkButton to={togetherPlace(view.case.id, assessmentId)}>{say('beside')}</LinkButton>
        </p>
      )}
      <ClientLinksSection
        caseId={view.case.id}
        purpose="confirmation"
        subjectId={assessmentId}
        askedOf={() => ({ purpose: 'confirmation', assessmentId })}
        without={without}
      />
    </Suspense>
  )
}

function AddedLater({ view }: { view: AssessmentView }) {
  const queries = useQueryClient()
  const say = useWords(maskedWords)
  const notShown = say('notShown')
  return (
    <Addenda
      to={view.id}
      addenda={
        view.masked?.said
          ? view.addenda.map((one) => ({ ...one, text: notShown, reason: notShown }))
          : view.addenda
      }
      ability={view.abilities.addAddendum}
      add={async (addendum) => keepInStep(queries, await addToAssessment(view.case.id, view.id, addendum))}
    />
  )
}

function Signatures({ view: { signature, cosignature } }: { view: AssessmentView }) {
  const t = useWords(assessmentWords)
  const formats = useFormats()
  const hand = (one: NonNullable<typeof signature>) => ({ name: one.by.name, when: formats.moment(one.at) })
  return (
    <div className="assessment-hands">
      {signature && <p>{t('signedBy', hand(signature))}</p>}
      {cosignature && <p>{t('cosignedBy', hand(cosignature))}</p>}
    </div>
  )
}
