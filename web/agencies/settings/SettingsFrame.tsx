import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Notice, Page, Tabs } from '#web/ui/index.ts'
import { settingsQuery } from './settings.api.ts'
import { settingsWords } from './settings.words.ts'
import { type SettingsPlace, settingsPlaces } from './SettingsPages.tsx'
import './settings.css'

type SettingsFrameProps = Readonly<{ place: SettingsPlace; actions?: ReactNode; children: ReactNode }>

/** One page of the settings, with a way to the others. Whoever may not change anything is told so once. */
export function SettingsFrame({ place, actions, children }: SettingsFrameProps) {
  const t = useWords(settingsWords)
  const { data } = useSuspenseQuery(settingsQuery('profile'))
  return (
    <Page
      title={t(place)}
      lead={<p>{t(`${place}-lead`)}</p>}
      back={{ to: '/agency', label: t('agency') }}
      actions={actions}
    >
      <Tabs
        label={t('title')}
        tabs={settingsPlaces.map((one) => ({
          to: `/agency/settings/${one}`,
          label: t(one),
          current: one === place,
        }))}
      />
      {data.abilities.write !== 'yes' && <Notice>{t('notYours')}</Notice>}
      {children}
    </Page>
  )
}
