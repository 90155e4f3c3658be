import type { EvaluationView } from '#contract/case/evaluation.ts'
import { evaluationKind } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Badge } from '#web/ui/index.ts'
import { evaluationWords } from './evaluation.words.ts'

/** The kind of the evaluation, where it stands, and whose hand it is in. */
export function EvaluationLead({ view }: { view: EvaluationView }) {
  const t = useWords(evaluationWords)
  const label = useLabel()
  const formats = useFormats()
  const { kind, state, author, signedAt, cosigned } = view
  return (
    <p className="evaluation-lead">
      <span>{label(evaluationKind, kind)}</span>
      <Badge tone={state === 'signed' ? 'done' : 'info'}>{t(state)}</Badge>
      <span>{t('writtenBy', { name: author.name })}</span>
      {signedAt && <span>{t('signedAt', { when: formats.moment(signedAt) })}</span>}
      {cosigned && (
        <span>{t('cosignedBy', { name: cosigned.by.name, when: formats.moment(cosigned.at) })}</span>
      )}
    </p>
  )
}
