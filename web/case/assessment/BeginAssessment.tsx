import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { assessmentKind, type AssessmentKind } from '#contract/codes/index.ts'
import type { AssessmentSheet } from '#contract/case/assessment.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { roomOf } from '#web/case/overview/rooms.ts'
import { Button, CheckField, ChoiceField, Sheet } from '#web/ui/index.ts'
import { keepInStep, openAssessment, saveAssessment } from './assessment.api.ts'
import { assessmentWords } from './assessment.words.ts'
import { copiedSheet } from './copied-sheet.ts'

type BeginAssessmentProps = {
  caseId: string
  /** The sheet of the assessment before; a new one may start from its text. */
  earlier?: AssessmentSheet
}

const first: readonly AssessmentKind[] = ['initial', 'comprehensive']

/** Chooses the kind and begins: the new sheet opens at once. */
export function BeginAssessment({ caseId, earlier }: BeginAssessmentProps) {
  const t = useWords(assessmentWords)
  // A case is first assessed; only what was assessed before can be assessed again.
  const kinds = useChoices(assessmentKind).filter(({ value }) => earlier || first.includes(value))
  const [kind, setKind] = useState<AssessmentKind>(earlier ? 'reassessment' : 'comprehensive')
  const [copy, setCopy] = useState(true)
  const beginning = useBeginning(caseId, kind, copy ? earlier : undefined)
  return (
    <Sheet
      label={t('begin')}
      onSubmit={() => beginning.mutate()}
      actions={
        <Button type="submit" look="main" busy={beginning.isPending}>
          {t('begin')}
        </Button>
      }
    >
      <RefusalNote error={beginning.error} />
      <ChoiceField label={t('kind')} choices={kinds} value={kind} onChange={setKind} />
      {earlier && <CheckField label={t('copyEarlier')} value={copy} onChange={setCopy} />}
    </Sheet>
  )
}

function useBeginning(caseId: string, kind: AssessmentKind, earlier: AssessmentSheet | undefined) {
  const queries = useQueryClient()
  const go = useGo()
  // One id for all attempts: a repeated try opens nothing twice.
  const [id] = useState(() => crypto.randomUUID())
  return useMutation({
    mutationFn: async () => {
      const opened = await openAssessment(caseId, { id, kind })
      if (!earlier) return opened
      const sheet = copiedSheet(earlier, () => crypto.randomUUID())
      return saveAssessment(caseId, id, sheet, opened.value.version)
    },
    onSuccess: async (seen) => {
      await keepInStep(queries, seen)
      go(roomOf(caseId, 'assessment'))
    },
  })
}
