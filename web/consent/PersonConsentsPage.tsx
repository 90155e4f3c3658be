import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { Page } from '#web/ui/index.ts'
import { consentsQuery } from './consent.api.ts'
import { consentWords } from './consent.words.ts'
import { Consents } from './Consents.tsx'

/** The consents about a person; what is given here is given outside any case. */
export function PersonConsentsPage() {
  const t = useWords(consentWords)
  const whose = { personId: useRouteParam('personId'), caseId: null }
  const { data } = useSuspenseInfiniteQuery(consentsQuery(whose))
  const name = data.pages[0]?.person.name ?? ''
  return (
    <Page
      title={t('about', { name })}
      tabTitle={t('title')}
      lead={<p>{t('lead')}</p>}
      back={{ to: `/people/${whose.personId}`, label: t('backToPerson') }}
    >
      <Consents whose={whose} />
    </Page>
  )
}
