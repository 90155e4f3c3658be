import type { PersonView } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { ActionButton, LinkButton, Notice } from '#web/ui/index.ts'
import { personWords } from './person.words.ts'

type PersonNowProps = { person: PersonView; onAddGuardian: () => void }

/** What must be known before anything else: danger, and a guardian who is missing. Usually nothing. */
export function PersonNow({ person, onAddGuardian }: PersonNowProps) {
  const t = useWords(personWords)
  const place = emergencyOf(person)
  return (
    <>
      {place && (
        <Notice
          tone="danger"
          title={t('emergency')}
          actions={<LinkButton to={place}>{t('emergencyOpen')}</LinkButton>}
        >
          {t('emergencyLead')}
        </Notice>
      )}
      {person.warnings.includes('guardian-missing') && (
        <Notice
          tone="warn"
          title={t('guardianMissing')}
          actions={
            <ActionButton ability={person.abilities.relate} onClick={onAddGuardian}>
              {t('addGuardian')}
            </ActionButton>
          }
        >
          {person.isMinor ? t('guardianMissingMinor') : t('guardianMissingAdult')}
        </Notice>
      )}
    </>
  )
}

/** Where this person's own emergency is recorded, or null when there is none under way. */
function emergencyOf({ id, cases, inquiries }: PersonView): string | null {
  const inCase = cases.find(
    ({ emergency, state, client }) => emergency && state === 'open' && client.id === id,
  )
  if (inCase) return `/cases/${inCase.id}`
  const called = inquiries.find(
    ({ emergency, state, client }) =>
      emergency === true && state !== 'concluded' && (client === null || client.id === id),
  )
  return called ? `/inquiries/${called.id}` : null
}
