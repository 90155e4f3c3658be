import { contactMode, nextStep } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import * as ui from '#web/ui/index.ts'
import { useFieldErrors } from '../useFieldErrors.ts'
import { AttendeeRows } from './AttendeeRows.tsx'
import { ConversationFields } from './ConversationFields.tsx'
import { EmotionFields, ReactionFields } from './EmotionFields.tsx'
import type { InterviewPartProps } from './interview-part.ts'
import { interviewWords } from './interview.words.ts'
import { TaskAnswers } from './TaskAnswers.tsx'

/** The record from top to bottom: when and where, how it came, what was said, the six tasks, what comes next. */
export function InterviewFields(part: InterviewPartProps) {
  const t = useWords(interviewWords)
  return (
    <>
      <ui.Section title={t('whenPart')}>
        <WhenAndWhere {...part} />
      </ui.Section>
      <ConversationFields {...part} />
      <ui.Section title={t('tasksPart')} lead={t('tasksLead')}>
        <TaskAnswers {...part} />
      </ui.Section>
      <EmotionFields {...part} />
      <ReactionFields {...part} />
      <ui.Section title={t('nextPart')}>
        <WhatNext {...part} />
      </ui.Section>
    </>
  )
}

function WhenAndWhere(part: InterviewPartProps) {
  const t = useWords(interviewWords)
  const field = useFieldErrors(part.sheet, part.refused)
  const modes = useChoices(contactMode)
  return (
    <>
      <ui.FieldRow>
        <ui.MomentField label={t('heldFrom')} required {...field('heldFrom')} />
        <ui.MomentField label={t('heldUntil')} required {...field('heldUntil')} />
      </ui.FieldRow>
      <ui.FieldRow>
        <ui.ChoiceField label={t('mode')} choices={modes} required {...field('mode')} />
        <ui.TextField label={t('place')} required {...field('place')} />
      </ui.FieldRow>
      <ui.FieldRow>
        <ui.YesNoField label={t('placeIsPrivate')} required {...field('placeIsPrivate')} />
        <ui.YesNoField label={t('placeIsComfortable')} {...field('placeIsComfortable')} />
      </ui.FieldRow>
      <AttendeeRows {...part} />
      <ui.TextField label={t('participants')} hint={t('participantsHint')} {...field('participants')} />
    </>
  )
}

function WhatNext({ sheet, refused }: InterviewPartProps) {
  const t = useWords(interviewWords)
  const field = useFieldErrors(sheet, refused)
  const steps = useChoices(nextStep)
  return (
    <>
      <ui.LongTextField
        label={t('preliminaryAgreement')}
        hint={t('agreementHint')}
        {...field('preliminaryAgreement')}
      />
      <ui.FieldRow>
        <ui.ChoiceField label={t('nextStep')} choices={steps} required {...field('nextStep')} />
        <ui.MomentField label={t('nextAt')} {...field('nextAt')} />
      </ui.FieldRow>
    </>
  )
}
