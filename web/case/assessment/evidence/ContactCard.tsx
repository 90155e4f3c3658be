import type { CollectionContactView } from '#contract/case/evidence.ts'
import { collectionContactKind } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Facts } from '#web/ui/index.ts'
import { evidenceWords } from './evidence.words.ts'
import { Sensitive } from './FindingCard.tsx'
import { recordWords } from './record.words.ts'

/** One visit or consultation, to read. */
export function ContactCard({ contact }: { contact: CollectionContactView }) {
  const t = useWords(recordWords)
  const say = useWords(evidenceWords)
  const label = useLabel()
  const formats = useFormats()
  const isConsultation = contact.kind === 'consultation'
  return (
    <article className="evidence-card">
      <h3>{`${label(collectionContactKind, contact.kind)} · ${formats.date(contact.heldOn)}`}</h3>
      <p className="evidence-marks">
        <Sensitive kinds={contact.sensitiveKinds} />
      </p>
      {contact.masked && <p>{say('masked')}</p>}
      <Facts
        facts={[
          { label: isConsultation ? t('consulted') : t('met'), value: contact.met },
          { label: t('profession'), value: contact.profession },
          { label: t('place'), value: contact.place },
          { label: t('question'), value: contact.question },
          { label: isConsultation ? t('answer') : t('findings'), value: contact.findings },
        ]}
      />
      <p className="evidence-learned">
        {isConsultation && `${contact.named ? t('onConsent') : t('unnamed')} · `}
        {say('writtenBy', { name: contact.recordedBy.name })}
      </p>
    </article>
  )
}
