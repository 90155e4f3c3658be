import { useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { LinkButton, Page } from '#web/ui/index.ts'
import { DayPage } from './DayPage.tsx'
import { todayWords } from './today.words.ts'

/** The home: a day's work for whoever works with people, the fitting room for everybody else. */
export function TodayPage() {
  const t = useWords(todayWords)
  const { abilities } = useMe()
  if (abilities.caseload === 'yes') return <DayPage />
  const inspects = abilities.inspect === 'yes'
  const [lead, to, label] = inspects
    ? [t('inspectorLead'), '/audit', t('toAudit')]
    : [t('administratorLead'), '/agency', t('toAgency')]
  return (
    <Page title={t('title')} lead={lead}>
      <p>
        <LinkButton to={to} look="main">
          {label}
        </LinkButton>
      </p>
    </Page>
  )
}
