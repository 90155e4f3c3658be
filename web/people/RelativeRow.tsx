import type { Ability } from '#contract/access.ts'
import { familyRelation } from '#contract/codes/index.ts'
import type { RelationView } from '#contract/people.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { ActionButton, Badge, VisuallyHidden } from '#web/ui/index.ts'
import { PersonSummary } from './PersonSummary.tsx'
import { relativesWords } from './relatives.words.ts'

type RelativeRowProps = { relation: RelationView; ability: Ability; onEdit: () => void }

/** One person beside another: who it is, what they are to them, how to reach them. */
export function RelativeRow({ relation, ability, onEdit }: RelativeRowProps) {
  const t = useWords(relativesWords)
  const label = useLabel()
  const { date } = useFormats()
  const { person, phone, proof, endedAt } = relation
  return (
    <div className="relative">
      <div>
        <p className="relative-kind">
          {label(familyRelation, relation.kind)}
          {relation.guardian && <Badge tone="info">{t('guardian')}</Badge>}
          {relation.caregiver && <Badge>{t('caregiver')}</Badge>}
          {relation.livesTogether && <Badge>{t('livesTogether')}</Badge>}
          {endedAt && <Badge>{t('ended', { date: date(endedAt) })}</Badge>}
        </p>
        <Link to={`/people/${person.id}`}>
          <PersonSummary person={{ ...person, phoneTail: '' }} />
        </Link>
        {phone && <p dir="ltr">{phone}</p>}
        {proof && <p className="kept-lines">{proof}</p>}
      </div>
      <ActionButton look="quiet" ability={ability} onClick={onEdit}>
        <span aria-hidden="true">{t('edit')}</span>
        <VisuallyHidden>{t('editOf', { name: person.name })}</VisuallyHidden>
      </ActionButton>
    </div>
  )
}
