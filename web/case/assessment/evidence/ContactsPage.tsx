import './evidence.css'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton, EmptyState, MoreButton, Section } from '#web/ui/index.ts'
import { ContactCard } from './ContactCard.tsx'
import { ContactForm } from './ContactForm.tsx'
import { contactsQuery, findingsQuery } from './evidence.api.ts'
import { evidenceWords } from './evidence.words.ts'
import { EvidenceTabs } from './EvidenceTabs.tsx'
import { NoticeTold } from './NoticeTold.tsx'
import { recordWords } from './record.words.ts'

/** Home visits, community visits, group discussions and consultations of a case, with what was found. */
export function ContactsPage() {
  const t = useWords(recordWords)
  const say = useWords(evidenceWords)
  const caseId = useRouteParam('caseId')
  const [adding, add] = useState(false)
  const findings = useSuspenseInfiniteQuery(findingsQuery(caseId, 'all')).data.pages[0]
  const list = useSuspenseInfiniteQuery(contactsQuery(caseId))
  const rows = list.data.pages.flatMap((page) => page.rows)
  if (!findings) return null
  const begin = !adding && findings.notice !== null && (
    <ActionButton look="main" ability={findings.abilities.record} onClick={() => add(true)}>
      {t('addContact')}
    </ActionButton>
  )
  return (
    <CaseFrame caseId={caseId} title={say('title')} lead={<p>{say('lead')}</p>}>
      <EvidenceTabs caseId={caseId} current="contacts" />
      <NoticeTold caseId={caseId} page={findings} />
      {adding && <ContactForm caseId={caseId} onDone={() => add(false)} />}
      <Section title={say('contacts')} actions={begin}>
        {rows.length === 0 ? (
          <EmptyState title={t('noContacts')}>{t('noContactsLead')}</EmptyState>
        ) : (
          <ul className="evidence-contacts">
            {rows.map((contact) => (
              <li key={contact.id}>
                <ContactCard contact={contact} />
              </li>
            ))}
          </ul>
        )}
        <MoreButton
          next={list.hasNextPage ? 'more' : null}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      </Section>
    </CaseFrame>
  )
}
