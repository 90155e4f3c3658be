import { useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Section } from '#web/ui/index.ts'
import { settingsWords } from './settings.words.ts'
import './settings.css'

/** The pages of the settings, in the order in which an agency fills them in. */
export const settingsPlaces = [
  'about',
  'sites',
  'reach',
  'deadlines',
  'workflow',
  'fields',
  'code-lists',
  'divisions',
] as const
export type SettingsPlace = (typeof settingsPlaces)[number]

/** Every page of the settings with a line on what stands there. */
export function SettingsPlaces() {
  const t = useWords(settingsWords)
  return (
    <Section title={t('title')} lead={t('lead')}>
      <ul className="settings-places">
        {settingsPlaces.map((place) => (
          <li key={place}>
            <Link to={`/agency/settings/${place}`}>{t(place)}</Link>
            <p>{t(`${place}-lead`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
