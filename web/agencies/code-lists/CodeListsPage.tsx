import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Badge, ChoiceField, EmptyState, Section } from '#web/ui/index.ts'
import { settingsQuery } from '../settings/settings.api.ts'
import { SettingsFrame } from '../settings/SettingsFrame.tsx'
import { codeListsWords } from './code-lists.words.ts'
import { type ListGroup, listGroups, type ListName } from './list-names.ts'
import { shippedLists } from './shipped-lists.ts'
import './code-lists.css'

const shows = ['showAll', 'showChangeable', 'showChanged'] as const
type Show = (typeof shows)[number]

/** Every code list of the product, group by group; from here each is read, and changed where the agency may. */
export function CodeListsPage() {
  const t = useWords(codeListsWords)
  const { data } = useSuspenseQuery(settingsQuery('codes'))
  const [show, choose] = useState<Show>('showAll')
  const changed = new Set(data.rows.map(({ subject }) => subject))
  const isWanted = ({ name }: ListName) =>
    show === 'showAll' ||
    (show === 'showChangeable' ? (shippedLists.get(name)?.changeable ?? null) !== null : changed.has(name))
  const groups = (Object.keys(listGroups) as ListGroup[])
    .map((group) => ({ group, lists: listGroups[group].filter(isWanted) }))
    .filter(({ lists }) => lists.length > 0)
  return (
    <SettingsFrame place="code-lists">
      {data.abilities.write === 'yes' && <p className="section-lead">{t('youChange')}</p>}
      <ChoiceField
        label={t('show')}
        choices={shows.map((value) => ({ value, label: t(value) }))}
        value={show}
        onChange={choose}
      />
      {groups.length === 0 && <EmptyState title={t('noneChanged')}>{t('noneChangedLead')}</EmptyState>}
      {groups.map(({ group, lists }) => (
        <Section key={group} title={t(group)}>
          <ul className="code-lists">
            {lists.map((list) => (
              <ListLine key={list.name} list={list} isChanged={changed.has(list.name)} />
            ))}
          </ul>
        </Section>
      ))}
    </SettingsFrame>
  )
}

function ListLine({ list: { name, number, title }, isChanged }: { list: ListName; isChanged: boolean }) {
  const t = useWords(codeListsWords)
  const { language } = useLanguage()
  const shipped = shippedLists.get(name)
  const count = t('count', { count: shipped?.codes.length ?? 0 })
  return (
    <li>
      <Link to={`/agency/settings/code-lists/${name}`}>{title[language]}</Link>
      <p>
        {[number, count, t(shipped?.changeable?.agency?.freedom ?? 'fixed')].filter(Boolean).join(' · ')}{' '}
        {isChanged && <Badge tone="info">{t('changed')}</Badge>}
      </p>
    </li>
  )
}
