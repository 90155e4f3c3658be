import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { WebFormSwitch } from '#web/case/intake/web-form/WebFormSwitch.tsx'
import { NoticeSection } from '#web/consent/NoticeSection.tsx'
import { PartnersSection } from '#web/partners/PartnersSection.tsx'
import { Page } from '#web/ui/index.ts'
import { agencyQuery } from './agencies.api.ts'
import { agenciesWords } from './agencies.words.ts'
import { DutyOfficerSection } from './DutyOfficerSection.tsx'
import { ProfileSection } from './ProfileSection.tsx'
import { SettingsPlaces } from './settings/SettingsPages.tsx'
import { SignInPolicySection } from './SignInPolicySection.tsx'
import { WorkersSection } from './WorkersSection.tsx'

/** The agency: its workers, and what it says of itself. */
export function AgencyPage() {
  const t = useWords(agenciesWords)
  const { data: agency } = useSuspenseQuery(agencyQuery)
  return (
    <Page title={t('title')} lead={agency.value.profile.name}>
      <SettingsPlaces />
      <WorkersSection />
      <ProfileSection key={agency.version} agency={agency.value} />
      <DutyOfficerSection key={`duty ${agency.version}`} agency={agency.value} />
      {agency.value.abilities.change === 'yes' && (
        <SignInPolicySection key={`policy ${agency.version}`} agency={agency.value} />
      )}
      {agency.value.abilities.change === 'yes' && <PartnersSection />}
      <NoticeSection />
      <WebFormSwitch />
    </Page>
  )
}
