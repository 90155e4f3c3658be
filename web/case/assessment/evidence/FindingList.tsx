import type { FindingView } from '#contract/case/evidence.ts'
import { evidenceField, type FindingSide, findingSide } from '#contract/codes/index.ts'
import { useLabel } from '#web/app/LanguageContext.tsx'
import { FindingCard } from './FindingCard.tsx'

type FindingListProps = { caseId: string; rows: readonly FindingView[] }

/** Findings field by field; in each, strengths stand beside weak sides. */
export function FindingList({ caseId, rows }: FindingListProps) {
  const label = useLabel()
  const there = evidenceField.codes.filter((code) => rows.some(({ field }) => field === code))
  return (
    <div className="evidence-fields">
      {there.map((field) => {
        const ofField = rows.filter((row) => row.field === field)
        return (
          <section key={field} aria-label={label(evidenceField, field)}>
            <h3>{label(evidenceField, field)}</h3>
            <div className="evidence-sides">
              <Side caseId={caseId} side="strength" rows={ofField} />
              <Side caseId={caseId} side="weakness" rows={ofField} />
              <Side caseId={caseId} side="neither" rows={ofField} />
            </div>
          </section>
        )
      })}
    </div>
  )
}

function Side({ caseId, side, rows }: FindingListProps & { side: FindingSide }) {
  const label = useLabel()
  const ofSide = rows.filter((row) => row.side === side)
  if (ofSide.length === 0) return null
  return (
    <div data-side={side}>
      <h4>{label(findingSide, side)}</h4>
      <ul>
        {ofSide.map((finding) => (
          <li key={finding.id}>
            <FindingCard caseId={caseId} finding={finding} />
          </li>
        ))}
      </ul>
    </div>
  )
}
