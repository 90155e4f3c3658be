import { useInfiniteQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { EmptyState, LinkButton, Loading, MoreButton } from '#web/ui/index.ts'
import { breakGlassWords } from '#web/break-glass/break-glass.words.ts'
import { searchQuery } from './people.api.ts'
import { peoplePageWords } from './people-page.words.ts'
import { personPickerWords } from './person-picker.words.ts'
import { PersonSummary } from './PersonSummary.tsx'
import { useSettled } from './useSettled.ts'

/** The people a text finds, as links, page by page. */
export function PeopleFound({ text }: { text: string }) {
  const t = useWords(peoplePageWords)
  const finder = useWords(personPickerWords)
  const sought = useSettled(text)
  const asked = sought.trim() !== ''
  const search = useInfiniteQuery({ ...searchQuery(sought), enabled: asked })
  if (!asked) return <EmptyState title={t('begin')}>{t('beginLead')}</EmptyState>
  if (search.isPending) return <Loading />
  if (search.error) return <RefusalNote error={search.error} />
  const found = search.data.pages.flatMap(({ rows }) => rows)
  if (found.length === 0)
    return (
      <EmptyState title={finder('nobody')} action={<EmergencyWay />}>
        {t('nobodyLead')}
      </EmptyState>
    )
  return (
    <>
      <output className="visually-hidden">{finder('found', { count: found.length })}</output>
      <ul className="person-choices" aria-label={finder('results')}>
        {found.map((person) => (
          <li key={person.id}>
            <Link to={`/people/${person.id}`}>
              <PersonSummary person={person} />
            </Link>
          </li>
        ))}
      </ul>
      <MoreButton
        next={search.hasNextPage ? 'more' : null}
        busy={search.isFetchingNextPage}
        onMore={() => void search.fetchNextPage()}
      />
    </>
  )
}

/** In an emergency there is another way to a case that one may not see. */
function EmergencyWay() {
  const t = useWords(breakGlassWords)
  const { abilities } = useMe()
  return abilities.breakGlass === 'yes' && <LinkButton to="/break-glass">{t('entry')}</LinkButton>
}
