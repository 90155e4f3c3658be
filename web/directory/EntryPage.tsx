import './directory.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { cost as costs, entryStatus, need as needs } from '#contract/codes/index.ts'
import type { EntryView } from '#contract/directory.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { NotFoundPage } from '#web/app/NoPages.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { ActionButton, Facts, LinkButton, Notice, Page, Section, Written } from '#web/ui/index.ts'
import { confirmEntry, directoryKey, entryQuery } from './directory.api.ts'
import { directoryWords } from './directory.words.ts'
import { districtText, safeLink, useEntryWords } from './shown.ts'

/** One service of an agency, and whether it is still so. */
export function EntryPage() {
  if (useMe().abilities.directory !== 'yes') return <NotFoundPage />
  return <Entry />
}

function Entry() {
  const t = useWords(directoryWords)
  const { data } = useSuspenseQuery(entryQuery(useRouteParam('entryId')))
  const { id, sheet, abilities, alert } = data.value
  return (
    <Page
      title={sheet.name}
      lead={<Written>{sheet.organizationName}</Written>}
      back={{ to: '/directory', label: t('back') }}
      actions={
        abilities.change === 'yes' && (
          <LinkButton to={`/directory/entries/${id}/change`}>{t('change')}</LinkButton>
        )
      }
    >
      {alert !== '' && (
        <Notice tone="warn">
          <Written>{alert}</Written>
        </Notice>
      )}
      <Confirmation entry={data.value} />
      <WhatItOffers entry={data.value} />
      <HowToReach entry={data.value} />
    </Page>
  )
}

/** When it was last confirmed, and a nudge to confirm it where that is long ago. */
function Confirmation({ entry }: { entry: EntryView }) {
  const t = useWords(directoryWords)
  const says = useEntryWords()
  const queries = useQueryClient()
  const confirming = useMutation({
    mutationFn: () => confirmEntry(entry.id, entry.version),
    onSuccess: () => queries.invalidateQueries({ queryKey: directoryKey }),
  })
  const act = (
    <ActionButton
      ability={entry.abilities.confirm}
      reason={t('confirmedToday')}
      busy={confirming.isPending}
      onClick={() => confirming.mutate()}
    >
      {t('confirm')}
    </ActionButton>
  )
  const when = says.confirmed(entry.confirmedOn, entry.confirmedBy?.name ?? null)
  return (
    <>
      <Notice
        tone={entry.aged ? 'warn' : 'info'}
        title={entry.aged ? t('agedTitle') : when}
        {...(entry.abilities.confirm === 'yes' ? { actions: act } : {})}
      >
        {entry.aged && (
          <>
            <p>{when}</p>
            <p>{t('agedLead')}</p>
          </>
        )}
      </Notice>
      <RefusalNote error={confirming.error} />
    </>
  )
}

const written = (text: string) => (text === '' ? null : <Written>{text}</Written>)

/** A fact that is left out where nothing is known. */
const facts = (all: readonly (readonly [string, ReactNode])[]) =>
  all.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]))

function WhatItOffers({ entry: { sheet, terms } }: { entry: EntryView }) {
  const t = useWords(directoryWords)
  const { language } = useLanguage()
  const formats = useFormats()
  const says = useEntryWords()
  const districts = sheet.districts.map(districtText)
  return (
    <Section title={t('description')}>
      {written(sheet.description)}
      <Facts
        facts={facts([
          [t('status'), entryStatus.label(sheet.status, language)],
          [t('needs'), formats.list(sheet.needs.map((code) => needs.label(code, language)))],
          [t('terms'), written(formats.list(terms.map(({ name }) => name)))],
          [t('districts'), formats.list(districts)],
          [t('forAges'), says.ages(sheet.minimumAge, sheet.maximumAge)],
          [t('languages'), formats.list(sheet.languages.map(says.language))],
          [t('cost'), sheet.cost ? costs.label(sheet.cost, language) : null],
          [t('fees'), written(sheet.fees)],
          [t('eligibility'), written(sheet.eligibility)],
        ])}
      />
    </Section>
  )
}

function HowToReach({ entry: { sheet, phones, places } }: { entry: EntryView }) {
  const t = useWords(directoryWords)
  const link = safeLink(sheet.website)
  const several = (own: string, others: readonly string[]) => {
    const all = [own, ...others].filter((one) => one !== '')
    return all.length === 0 ? null : (
      <ul className="directory-several">
        {all.map((one) => (
          <li key={one}>
            <Written>{one}</Written>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <Section title={t('howToApply')}>
      {written(sheet.howToApply)}
      <Facts
        facts={facts([
          [t('phone'), several(sheet.phone, phones)],
          [t('hours'), written(sheet.hours)],
          [t('address'), several(sheet.address, places)],
          [t('email'), written(sheet.email)],
          [
            t('website'),
            link === null ? (
              written(sheet.website)
            ) : (
              <a href={link} rel="noreferrer noopener" target="_blank">
                {sheet.website}
              </a>
            ),
          ],
        ])}
      />
    </Section>
  )
}
