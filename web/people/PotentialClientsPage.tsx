import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { potentialClientKind, type PotentialClientKind } from '#contract/codes/index.ts'
import { useChoices, useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { ChoiceField, EmptyState, Loading, MoreButton, Page, Written } from '#web/ui/index.ts'
import { potentialClientsQuery } from './clients.api.ts'
import { clientsWords } from './clients.words.ts'
import { PersonSummary } from './PersonSummary.tsx'
import './people.css'

/** People who may become clients, in their three kinds. */
export function PotentialClientsPage() {
  const t = useWords(clientsWords)
  const [kind, setKind] = useState<PotentialClientKind | null>(null)
  const kinds = useChoices(potentialClientKind)
  return (
    <Page
      title={t('potentialClients')}
      lead={<p>{t('potentialLead')}</p>}
      back={{ to: '/people', label: t('backToPeople') }}
    >
      <ChoiceField label={t('kind')} hint={t('allKinds')} choices={kinds} value={kind} onChange={setKind} />
      <Suspense fallback={<Loading />}>
        <Found kind={kind} />
      </Suspense>
    </Page>
  )
}

function Found({ kind }: { kind: PotentialClientKind | null }) {
  const t = useWords(clientsWords)
  const label = useLabel()
  const { date } = useFormats()
  const found = useSuspenseInfiniteQuery(potentialClientsQuery(kind))
  const rows = found.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <EmptyState title={t('noPotential')}>{t('noPotentialLead')}</EmptyState>
  return (
    <>
      <ul className="person-choices">
        {rows.map((row) => (
          <li key={row.person.id}>
            <Link to={`/people/${row.person.id}`}>
              <PersonSummary person={row.person} />
              <span>{label(potentialClientKind, row.kind)}</span>
              <small>
                <Written>{t('saidBy', { name: row.by.name, date: date(row.since) })}</Written>
              </small>
            </Link>
          </li>
        ))}
      </ul>
      <MoreButton
        next={found.hasNextPage ? 'more' : null}
        busy={found.isFetchingNextPage}
        onMore={() => void found.fetchNextPage()}
      />
    </>
  )
}
