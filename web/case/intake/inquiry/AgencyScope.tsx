import { useQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Facts, SidePanel } from '#web/ui/index.ts'
import { agencyQuery } from './inquiry.api.ts'
import { inquiryPlaces } from './places.ts'
import { preliminaryWords } from './preliminary.words.ts'

/** What the agency offers, to whom and where, beside the questions that ask for it. Help only: without it the sheet is whole. */
export function AgencyScope({ inquiryId }: { inquiryId: string }) {
  const t = useWords(preliminaryWords)
  const { data } = useQuery(agencyQuery)
  if (!data) return null
  const { serviceScope, serviceArea, clientRequirements } = data.profile
  const facts = [
    { label: t('serviceScope'), value: serviceScope },
    { label: t('serviceArea'), value: serviceArea },
    { label: t('clientRequirements'), value: clientRequirements },
  ]
  return (
    <SidePanel title={data.profile.name}>
      <p>
        <Link to={inquiryPlaces(inquiryId).screening}>{t('toScreening')}</Link>
      </p>
      {facts.some(({ value }) => value !== '') ? <Facts facts={facts} /> : <p>{t('noProfile')}</p>}
    </SidePanel>
  )
}
