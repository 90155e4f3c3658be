import './consent.css'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { consentCapacity, consentPurpose } from '#contract/codes/index.ts'
import type { ConsentPage } from '#contract/consent.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { ActionButton, Badge, EmptyState, MoreButton, Notice, Section } from '#web/ui/index.ts'
import { consentsQuery, type Whose } from './consent.api.ts'
import { consentWords } from './consent.words.ts'
import { ConsentList } from './ConsentList.tsx'
import { Exceptions } from './Exceptions.tsx'
import { GiveForm } from './GiveForm.tsx'

/** How consents about a person stand, a way to write one down, those on record, and what was done without. */
export function Consents({ whose }: { whose: Whose }) {
  const t = useWords(consentWords)
  const [giving, give] = useState(false)
  const list = useSuspenseInfiniteQuery(consentsQuery(whose))
  const rows = list.data.pages.flatMap((page) => page.rows)
  const [first] = list.data.pages
  if (!first) return null
  if (giving) return <GiveForm whose={whose} page={first} onDone={() => give(false)} />
  const begin = (
    <ActionButton
      ability={first.abilities.give}
      reason={t('archived')}
      look="main"
      disabled={nobodyGives(first)}
      onClick={() => give(true)}
    >
      {t('give')}
    </ActionButton>
  )
  return (
    <>
      <Standing page={first} />
      <Section title={t('given')} actions={begin}>
        {rows.length === 0 ? (
          <EmptyState title={t('none')}>{first.abilities.give === 'yes' && t('noneLead')}</EmptyState>
        ) : (
          <ConsentList rows={rows} />
        )}
        <MoreButton
          next={list.hasNextPage ? 'more' : null}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      </Section>
      <Exceptions whose={whose} ability={first.abilities.except} />
    </>
  )
}

const nobodyGives = ({ giving }: ConsentPage) => giving.giver === 'guardian' && giving.guardians.length === 0

/** Who consents, and for which purposes some consent is in force now. */
function Standing({ page }: { page: ConsentPage }) {
  const t = useWords(consentWords)
  const label = useLabel()
  const { giver, capacity, mustBeHeard } = page.giving
  const why = label(consentCapacity, capacity)
  return (
    <Section title={t('now')}>
      <p>
        {giver === 'guardian' ? t('whoGuardian', { why }) : t('whoClient', { why })}{' '}
        {mustBeHeard && t('heardToo')}
      </p>
      {nobodyGives(page) && <Notice tone="warn">{t('noGuardian')}</Notice>}
      {!page.inForce.includes('sharing') && <Notice tone="warn">{t('missingSharing')}</Notice>}
      <ul className="consent-purposes">
        {consentPurpose.codes.map((purpose) => {
          const isThere = page.inForce.includes(purpose)
          return (
            <li key={purpose}>
              <span>{label(consentPurpose, purpose)}</span>
              {isThere ? <Badge tone="done">{t('covered')}</Badge> : <Badge>{t('missing')}</Badge>}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
