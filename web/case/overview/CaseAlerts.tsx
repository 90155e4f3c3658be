import type { CaseAlert } from '#contract/case/overview.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Badge, type Tone } from '#web/ui/index.ts'
import { caseFrameWords } from './case-frame.words.ts'

const toneOf = {
  emergency: 'danger',
  'high-risk': 'danger',
  restricted: 'warn',
  minor: 'info',
  'no-guardian': 'warn',
  'assessment-not-confirmed': 'warn',
} as const satisfies Record<CaseAlert, Tone>

/** What must be known before anything else is read, each as a word; danger to people in red. */
export function CaseAlerts({ alerts }: { alerts: readonly CaseAlert[] }) {
  const t = useWords(caseFrameWords)
  return alerts.map((alert) => (
    <Badge key={alert} tone={toneOf[alert]}>
      {t(alert)}
    </Badge>
  ))
}
