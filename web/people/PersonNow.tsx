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

/** Where the emergency is recorded, or null when there is none under way. */
function emergencyOf({ cases, inquiries }: PersonView): string | null {
  const inCase = cases.find(({ emergency, state }) => emergency && state === 'open')
  if (inCase) return `/cases/${inCase.id}`
  const called = inquiries.find(({ emergency, state }) => emergency === true && state !== 'concluded')
  return called ? `/inquiries/${called.id}` : null
}
