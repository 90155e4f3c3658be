import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Ability } from '#contract/access.ts'
import { exceptionGround } from '#contract/codes/index.ts'
import type { ConsentException } from '#contract/consent.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { ActionButton, Facts, MoreButton, Section, Written } from '#web/ui/index.ts'
import { exceptionsQuery, type Whose } from './consent.api.ts'
import { consentWords } from './consent.words.ts'
import { ExceptionForm } from './ExceptionForm.tsx'
import { ReceiverNames, useSectionNames } from './scope.tsx'

/** What was done without consent, and a way to write it down. */
export function Exceptions({ whose, ability }: { whose: Whose; ability: Ability }) {
  const t = useWords(consentWords)
  const [writing, write] = useState(false)
  const list = useSuspenseInfiniteQuery(exceptionsQuery(whose.personId))
  const rows = list.data.pages.flatMap((page) => page.rows)
  const begin = !writing && (
    <ActionButton ability={ability} onClick={() => write(true)}>
      {t('except')}
    </ActionButton>
  )
  return (
    <Section title={t('exceptions')} lead={t('exceptionsLead')} actions={begin}>
      {writing && <ExceptionForm whose={whose} onDone={() => write(false)} />}
      {rows.length === 0 && !writing && <p>{t('noExceptions')}</p>}
      <ul className="consents">
        {rows.map((row) => (
          <li key={row.id}>
            <OneException row={row} />
          </li>
        ))}
      </ul>
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Section>
  )
}

function OneException({ row }: { row: ConsentException }) {
  const t = useWords(consentWords)
  const label = useLabel()
  const formats = useFormats()
  const sections = useSectionNames()
  return (
    <>
      <h3>{label(exceptionGround, row.ground)}</h3>
      <p dir="auto" className="consent-words">
        <Written>{row.reason}</Written>
      </p>
      <Facts
        facts={[
          { label: t('legalBasis'), value: row.legalBasis },
          { label: t('sections'), value: sections(row.sections) },
          {
            label: t('told'),
            value: row.receivers.length > 0 ? <ReceiverNames receivers={row.receivers} /> : null,
          },
          {
            label: t('recorded'),
            value: t('by', { name: row.recordedBy.name, moment: formats.moment(row.recordedAt) }),
          },
        ]}
      />
    </>
  )
}
