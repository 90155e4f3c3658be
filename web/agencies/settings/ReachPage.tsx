import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nameIn } from '#contract/settings/index.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, Section } from '#web/ui/index.ts'
import { CapacityFields, CapacityShown, CatchmentFields, CatchmentShown } from './AreasAndCapacity.tsx'
import { DatedSheet } from './DatedSheet.tsx'
import { reachWords } from './reach.words.ts'
import { ScopeFields, ScopeShown } from './ScopeSheet.tsx'
import { ofKind, settingsQuery } from './settings.api.ts'
import { settingsWords } from './settings.words.ts'
import { SettingsFrame } from './SettingsFrame.tsx'

const noScope = { serviceFields: [], clientGroups: [], minimumAge: null, maximumAge: null, notHere: '' }
const noLimit = {
  cases: null,
  perWorker: { level4: null, level3: null, level2: null, level1: null },
  waitingList: null,
}

/** For whom the agency works, where, and how much it carries: as a whole, or at one site. */
export function ReachPage() {
  const t = useWords(reachWords)
  const say = useWords(settingsWords)
  const { language } = useLanguage()
  const { data } = useSuspenseQuery(settingsQuery('site'))
  const [subject, choose] = useState('')
  const sites = ofKind(data, 'site').filter(({ state, sheet }) => state === 'in-force' && !sheet.closed)
  const whom = [
    { value: '', label: say('wholeAgency') },
    ...sites.map((site) => ({ value: site.subject, label: nameIn(site.sheet.name, language) })),
  ]
  return (
    <SettingsFrame place="reach">
      {sites.length > 0 && (
        <ChoiceField
          label={say('forWhom')}
          hint={t('siteLead')}
          choices={whom}
          value={subject}
          onChange={choose}
        />
      )}
      <Section title={t('scope')} lead={t('scopeLead')}>
        <DatedSheet
          key={`scope ${subject}`}
          kind="scope"
          subject={subject}
          title={t('scope')}
          blank={noScope}
          Shown={ScopeShown}
          Fields={ScopeFields}
        />
      </Section>
      <Section title={t('catchment')} lead={t('catchmentLead')}>
        <DatedSheet
          key={`catchment ${subject}`}
          kind="catchment"
          subject={subject}
          title={t('catchment')}
          blank={{ areas: [] }}
          Shown={CatchmentShown}
          Fields={CatchmentFields}
        />
      </Section>
      <Section title={t('capacity')} lead={t('capacityLead')}>
        <DatedSheet
          key={`capacity ${subject}`}
          kind="capacity"
          subject={subject}
          title={t('capacity')}
          blank={noLimit}
          Shown={CapacityShown}
          Fields={CapacityFields}
        />
      </Section>
    </SettingsFrame>
  )
}
