import { useMemo } from 'react'
import type { PlanSheet, PlanView } from '#contract/case/plan.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { fieldSentenceFor } from '#web/app/sentences.ts'
import { OwnFields } from '#web/case/own-fields/OwnFields.tsx'
import { AwaitedNotice } from '#web/case/overview/AwaitedNotice.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton } from '#web/ui/index.ts'
import { FrameSection } from './FrameSection.tsx'
import { GoalsSection } from './GoalsSection.tsx'
import { under } from './goals.ts'
import { NeedsPanel } from './NeedsPanel.tsx'
import type { SeenPlan } from './plan.api.ts'
import { planWords } from './plan.words.ts'
import { type PlanTools, PlanToolsContext } from './plan-tools.ts'
import { RisksSection } from './RisksSection.tsx'
import { Timetable } from './Timetable.tsx'
import { UnfinishedList } from './UnfinishedList.tsx'
import { useFieldLabels } from './usePathLabel.ts'
import { usePlanSheet } from './usePlanSheet.ts'

/** A plan being written: goals first, the needs beside them, and what is left before it can be signed. */
export function PlanEditor({ seen }: { seen: SeenPlan }) {
  const t = useWords(planWords)
  const { caseId, edition, assessment, unfinished, abilities } = seen.value
  const { draft, sign } = usePlanSheet(seen)
  const tools = usePlanEditing(seen, draft, sign.isError)
  const button = (
    <ActionButton look="main" ability={abilities.sign} busy={sign.isPending} onClick={() => sign.mutate()}>
      {t('sign')}
    </ActionButton>
  )
  return (
    <PlanToolsContext value={tools}>
      <CaseFrame
        caseId={caseId}
        title={t('title')}
        lead={<p>{`${t('edition', { edition })} · ${t('draftLead')}`}</p>}
        aside={<NeedsPanel ground={assessment} />}
      >
        <AwaitedNotice awaited={assessment.awaited} of="ground" />
        <DraftSheetForm sheet={draft} labels={useSheetLabels()} show={shown} actions={button}>
          <GoalsSection />
          <Timetable sheet={draft.value} />
          <FrameSection />
          <RisksSection />
          <OwnFields caseId={caseId} recordId={seen.value.id} state={seen.value.state} error={sign.error} />
          <RefusalNote error={sign.error} />
          <UnfinishedList
            unfinished={unfinished}
            sheet={draft.value}
            needs={assessment.needs}
            refused={sign.error}
          />
        </DraftSheetForm>
      </CaseFrame>
    </PlanToolsContext>
  )
}

type Draft = ReturnType<typeof usePlanSheet>['draft']

function usePlanEditing(seen: SeenPlan, draft: Draft, tried: boolean): PlanTools {
  const { language } = useLanguage()
  const { agency } = useMe()
  const { unfinished, assessment } = seen.value
  const codes = useMemo(() => new Map(unfinished.map(({ path, code }) => [path, code])), [unfinished])
  return {
    sheet: draft.value,
    needs: assessment.needs,
    agencyName: agency.name,
    isSettled: (goal) => isSettled(seen.value, goal.id),
    change: (part) => {
      for (const [key, value] of Object.entries(part)) draft.set(key as keyof PlanSheet)(value)
    },
    errorAt: (path) => {
      const code = tried ? codes.get(path) : undefined
      return draft.errorsFor(path) ?? (code === undefined ? undefined : fieldSentenceFor(code, language))
    },
  }
}

/** Whether the saved plan knows a goal, and misses nothing of it or of the services and steps under it. */
function isSettled({ sheet, unfinished }: PlanView, goalId: string) {
  const below = under(sheet, goalId)
  const paths = [
    `goals.${sheet.goals.findIndex(({ id }) => id === goalId)}.`,
    ...below.services.map((service) => `services.${sheet.services.indexOf(service)}.`),
    ...below.steps.map((step) => `steps.${sheet.steps.indexOf(step)}.`),
  ]
  const isKnown = sheet.goals.some(({ id }) => id === goalId)
  return isKnown && !unfinished.some(({ path }) => paths.some((start) => path.startsWith(start)))
}

/** The words for the parts of a plan, for the choice between two versions. */
function useSheetLabels(): Record<keyof PlanSheet, string> {
  const words = useFieldLabels()
  const keys: (keyof PlanSheet)[] = [
    'goals',
    'unmetNeeds',
    'services',
    'steps',
    'strategy',
    'methods',
    'rationale',
    'participation',
    'risks',
    'evaluationWay',
    'clientDuties',
    'agencyDuties',
    'startsOn',
    'endsOn',
    'reviewOn',
  ]
  return Object.fromEntries(keys.map((key) => [key, words[key] ?? key])) as Record<keyof PlanSheet, string>
}

const listed: { [Key in keyof PlanSheet]?: (value: PlanSheet) => readonly string[] } = {
  goals: ({ goals }) => goals.map(({ statement }) => statement),
  services: ({ services }) => services.map(({ content }) => content),
  steps: ({ steps }) => steps.map(({ what }) => what),
  risks: ({ risks }) => risks.map(({ risk }) => risk),
  methods: ({ methods }) => methods,
  unmetNeeds: ({ unmetNeeds }) => unmetNeeds.map(({ reason }) => reason),
}

function shown(field: keyof PlanSheet, value: PlanSheet) {
  const plain = value[field]
  return listed[field]?.(value).join('; ') ?? (typeof plain === 'string' && plain !== '' ? plain : '–')
}
