import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nameIn, type Site } from '#contract/settings/index.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, Button, CheckField, EmptyState, Facts, FieldRow, Section, TextField } from '#web/ui/index.ts'
import { DatedSheet, type SheetTools } from './DatedSheet.tsx'
import { HoursOfSite } from './HoursOfSite.tsx'
import { NamesField } from './NamesField.tsx'
import { RoomsOfSite } from './RoomsOfSite.tsx'
import { currentOf, ofKind, settingsQuery } from './settings.api.ts'
import { settingsWords } from './settings.words.ts'
import { SettingsFrame } from './SettingsFrame.tsx'
import { sitesWords } from './sites.words.ts'

const blank: Site = {
  name: { 'zh-CN': '', en: '', ru: '' },
  address: '',
  phone: '',
  letters: '',
  closed: false,
}

/** Where the agency works: each site with its rooms and its hours. */
export function SitesPage() {
  const t = useWords(sitesWords)
  const { data } = useSuspenseQuery(settingsQuery('site'))
  const [adding, add] = useState<string | null>(null)
  const ids = [...new Set(ofKind(data, 'site').map(({ subject }) => subject))]
  const begin = data.abilities.write === 'yes' && adding === null && (
    <Button look="main" onClick={() => add(crypto.randomUUID())}>
      {t('addSite')}
    </Button>
  )
  return (
    <SettingsFrame place="sites" actions={begin}>
      {adding !== null && (
        <Section title={t('addSite')}>
          <SiteSheet id={adding} onDone={() => add(null)} />
        </Section>
      )}
      {ids.length === 0 && adding === null && <EmptyState title={t('noSites')} />}
      {ids.map((id) => (
        <OneSite key={id} id={id} />
      ))}
    </SettingsFrame>
  )
}

function OneSite({ id }: { id: string }) {
  const t = useWords(settingsWords)
  const say = useWords(sitesWords)
  const { language } = useLanguage()
  const { data } = useSuspenseQuery(settingsQuery('site'))
  const site = (currentOf(data, 'site', id) ?? ofKind(data, 'site').find(({ subject }) => subject === id))
    ?.sheet
  const isClosed = site?.closed === true
  return (
    <Section
      title={site ? nameIn(site.name, language) : ''}
      actions={isClosed && <Badge tone="done">{t('closed')}</Badge>}
    >
      <SiteSheet id={id} />
      {!isClosed && (
        <>
          <h3>{say('hours')}</h3>
          <HoursOfSite siteId={id} />
          <RoomsOfSite siteId={id} />
        </>
      )}
    </Section>
  )
}

function SiteSheet({ id, onDone }: { id: string; onDone?: () => void }) {
  const t = useWords(sitesWords)
  return (
    <DatedSheet
      kind="site"
      subject={id}
      title={t('addSite')}
      blank={blank}
      Shown={SiteShown}
      Fields={SiteFields}
      {...(onDone ? { onDone } : {})}
    />
  )
}

function SiteShown({ sheet: site }: { sheet: Site }) {
  const t = useWords(sitesWords)
  const { language } = useLanguage()
  return (
    <Facts
      facts={[
        { label: t('name'), value: nameIn(site.name, language) },
        { label: t('address'), value: site.address },
        { label: t('phone'), value: site.phone },
        { label: t('letters'), value: site.letters },
      ]}
    />
  )
}

function SiteFields({ sheet, set, error }: SheetTools<Site>) {
  const t = useWords(sitesWords)
  const say = useWords(settingsWords)
  return (
    <>
      <NamesField
        label={t('name')}
        required
        value={sheet.name}
        onChange={set('name')}
        error={error('name.zh-CN') ?? error('name')}
      />
      <TextField
        label={t('address')}
        value={sheet.address}
        onChange={set('address')}
        error={error('address')}
      />
      <FieldRow>
        <TextField label={t('phone')} value={sheet.phone} onChange={set('phone')} error={error('phone')} />
        <TextField
          label={t('letters')}
          hint={t('lettersHint')}
          value={sheet.letters}
          onChange={set('letters')}
          error={error('letters')}
        />
      </FieldRow>
      <CheckField label={say('close')} value={sheet.closed} onChange={set('closed')} />
    </>
  )
}
