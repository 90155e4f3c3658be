import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { EmptyState, LinkButton, Page, Section } from '#web/ui/index.ts'
import { DatedSheet } from '../settings/DatedSheet.tsx'
import { settingsQuery } from '../settings/settings.api.ts'
import { codeListsWords } from './code-lists.words.ts'
import { CodeListContext } from './code-list-context.ts'
import { CodesFields } from './CodesFields.tsx'
import { CodesShown, StandardCodes } from './CodesShown.tsx'
import { listGroups, type ListName } from './list-names.ts'
import { type ShippedList, shippedLists } from './shipped-lists.ts'
import './code-lists.css'

const places = new Map<string, ListName>(
  Object.values(listGroups)
    .flat()
    .map((list) => [list.name, list]),
)

const allLists = '/agency/settings/code-lists'

/** One code list: its codes in three languages, and what the agency makes of it. */
export function CodeListPage() {
  const t = useWords(codeListsWords)
  const { language } = useLanguage()
  const name = useRouteParam('list')
  const list = places.get(name)
  const shipped = shippedLists.get(name)
  if (!list || !shipped)
    return (
      <Page title={t('noSuchList')} back={{ to: allLists, label: t('back') }}>
        <EmptyState title={t('noSuchList')}>
          <p>{t('noSuchListLead')}</p>
          <LinkButton to={allLists}>{t('back')}</LinkButton>
        </EmptyState>
      </Page>
    )
  const freedom = shipped.changeable?.agency?.freedom ?? 'fixed'
  return (
    <Page
      title={list.title[language]}
      lead={
        <p>
          {[list.number && t('number', { number: list.number }), t(`${freedom}Lead`)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      }
      back={{ to: allLists, label: t('back') }}
    >
      <Section title={t('rows')}>
        {shipped.changeable ? (
          <ChangeableList name={name} title={list.title[language]} shipped={shipped} />
        ) : (
          <StandardCodes shipped={shipped} />
        )}
      </Section>
    </Page>
  )
}

type ChangeableProps = Readonly<{ name: string; title: string; shipped: ShippedList }>

function ChangeableList({ name, title, shipped }: ChangeableProps) {
  const t = useWords(codeListsWords)
  const { changeable } = shipped
  const { data } = useSuspenseQuery(settingsQuery('codes'))
  if (!changeable) return null
  return (
    <CodeListContext value={{ name, shipped, list: changeable }}>
      <p className="section-lead">{t(data.abilities.write === 'yes' ? 'youChange' : 'othersChange')}</p>
      <DatedSheet
        key={name}
        kind="codes"
        subject={name}
        title={title}
        blank={{ rows: [] }}
        empty={
          <>
            <p className="section-lead">{t('unchanged')}</p>
            <StandardCodes shipped={shipped} />
          </>
        }
        Shown={CodesShown}
        Fields={CodesFields}
      />
    </CodeListContext>
  )
}
