import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { roomPrivacy } from '#contract/codes/index.ts'
import { nameIn, type Room } from '#contract/settings/index.ts'
import { useChoices, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, Button, CheckField, ChoiceField, Facts, NumberField } from '#web/ui/index.ts'
import { DatedSheet, type SheetTools } from './DatedSheet.tsx'
import { NamesField } from './NamesField.tsx'
import { ofKind, settingsQuery } from './settings.api.ts'
import { settingsWords } from './settings.words.ts'
import { sitesWords } from './sites.words.ts'

const blankOf = (siteId: string): Room => ({
  siteId,
  name: { 'zh-CN': '', en: '', ru: '' },
  seats: 4,
  privacy: 'private',
  accessible: false,
  closed: false,
})

/** The rooms of one site. */
export function RoomsOfSite({ siteId }: { siteId: string }) {
  const t = useWords(sitesWords)
  const { data } = useSuspenseQuery(settingsQuery('room'))
  const [adding, add] = useState<string | null>(null)
  const here = ofKind(data, 'room').filter(({ sheet }) => sheet.siteId === siteId)
  const ids = [...new Set(here.map(({ subject }) => subject))]
  return (
    <>
      <h3>{t('rooms')}</h3>
      <ul className="setting-list">
        {ids.map((id) => (
          <li key={id}>
            <RoomSheet id={id} siteId={siteId} />
          </li>
        ))}
      </ul>
      {adding !== null && <RoomSheet id={adding} siteId={siteId} onDone={() => add(null)} />}
      {data.abilities.write === 'yes' && adding === null && (
        <Button onClick={() => add(crypto.randomUUID())}>{t('addRoom')}</Button>
      )}
    </>
  )
}

type RoomSheetProps = { id: string; siteId: string; onDone?: () => void }

function RoomSheet({ id, siteId, onDone }: RoomSheetProps) {
  const t = useWords(sitesWords)
  return (
    <DatedSheet
      kind="room"
      subject={id}
      within={siteId}
      title={t('addRoom')}
      blank={blankOf(siteId)}
      Shown={RoomShown}
      Fields={RoomFields}
      {...(onDone ? { onDone } : {})}
    />
  )
}

function RoomShown({ sheet: room }: { sheet: Room }) {
  const t = useWords(sitesWords)
  const say = useWords(settingsWords)
  const label = useLabel()
  const { language } = useLanguage()
  return (
    <>
      <h4>
        {nameIn(room.name, language)} {room.closed && <Badge tone="done">{say('closed')}</Badge>}
      </h4>
      <Facts
        facts={[
          { label: t('seats'), value: String(room.seats) },
          { label: t('privacy'), value: label(roomPrivacy, room.privacy) },
          { label: t('accessible'), value: say(room.accessible ? 'yes' : 'no') },
        ]}
      />
    </>
  )
}

function RoomFields({ sheet, set, error }: SheetTools<Room>) {
  const t = useWords(sitesWords)
  const say = useWords(settingsWords)
  const privacies = useChoices(roomPrivacy)
  return (
    <>
      <NamesField
        label={t('name')}
        required
        value={sheet.name}
        onChange={set('name')}
        error={error('name.zh-CN') ?? error('name')}
      />
      <NumberField
        label={t('seats')}
        min={1}
        value={sheet.seats}
        onChange={(seats) => set('seats')(seats ?? 0)}
        error={error('seats')}
      />
      <ChoiceField label={t('privacy')} choices={privacies} value={sheet.privacy} onChange={set('privacy')} />
      <CheckField label={t('accessible')} value={sheet.accessible} onChange={set('accessible')} />
      <CheckField label={say('close')} value={sheet.closed} onChange={set('closed')} />
    </>
  )
}
