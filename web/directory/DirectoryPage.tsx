import './directory.css'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useDeferredValue, useState } from 'react'
import { cost as costs, need as needs } from '#contract/codes/index.ts'
import { DistrictCode } from '#contract/directory.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { NotFoundPage } from '#web/app/NoPages.tsx'
import {
  ChoiceField,
  EmptyState,
  FieldRow,
  LinkButton,
  Loading,
  MoreButton,
  NumberField,
  Page,
  TextField,
} from '#web/ui/index.ts'
import { type Asked, choicesQuery, entriesQuery } from './directory.api.ts'
import { directoryWords } from './directory.words.ts'
import { EntryCard } from './EntryCard.tsx'
import { useEntryWords, usualLanguages } from './shown.ts'

/** Looks for agencies and services. What is looked for stays in memory: it is never in the address. */
export function DirectoryPage() {
  if (useMe().abilities.directory !== 'yes') return <NotFoundPage />
  return <Directory />
}

const nothingAsked = {
  words: '',
  need: 'any',
  district: '',
  age: null,
  language: 'any',
  cost: 'any',
  show: 'open',
}
type Filters = Omit<typeof nothingAsked, 'age'> & { age: number | null }

/** What is asked of the server; a district that is half typed is not asked yet. */
function askedFrom({ words, need, district, age, language, cost, show }: Filters): Asked {
  return {
    words,
    show: show as Asked['show'],
    ...(need === 'any' ? {} : { need }),
    ...(DistrictCode.safeParse(district).success ? { district } : {}),
    ...(age === null || !Number.isInteger(age) || age < 0 || age > 150 ? {} : { age }),
    ...(language === 'any' ? {} : { language }),
    ...(cost === 'any' ? {} : { cost: costs.schema.parse(cost) }),
  }
}

function Directory() {
  const t = useWords(directoryWords)
  const { data: choices } = useSuspenseQuery(choicesQuery)
  const [filters, filter] = useState<Filters>(nothingAsked)
  const asked = useDeferredValue(askedFrom(filters))
  const { abilities } = choices
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {abilities.add === 'yes' && <LinkButton to="/directory/new">{t('add')}</LinkButton>}
          {abilities.import === 'yes' && <LinkButton to="/directory/imports">{t('imports')}</LinkButton>}
        </>
      }
    >
      <FilterFields filters={filters} filter={(part) => filter({ ...filters, ...part })} />
      <Suspense fallback={<Loading />}>
        <Found asked={asked} />
      </Suspense>
      {abilities.export === 'yes' && <ExportAsHsds />}
    </Page>
  )
}

type FilterFieldsProps = { filters: Filters; filter: (part: Partial<Filters>) => void }

function FilterFields({ filters, filter }: FilterFieldsProps) {
  const t = useWords(directoryWords)
  // On a phone what was found comes first.
  const [isWide] = useState(() => window.matchMedia('(min-width: 44rem)').matches)
  return (
    <search className="directory-filters">
      <TextField
        label={t('words')}
        hint={t('wordsHint')}
        type="search"
        maxLength={100}
        value={filters.words}
        onChange={(words) => filter({ words })}
      />
      <details open={isWide}>
        <summary>{t('filters')}</summary>
        <FieldRow>
          <NeedField filters={filters} filter={filter} />
          <PlaceAndAge filters={filters} filter={filter} />
          <LanguageAndCost filters={filters} filter={filter} />
        </FieldRow>
      </details>
      <ChoiceField
        label={t('show')}
        choices={(['open', 'to-confirm', 'all'] as const).map((value) => ({ value, label: t(value) }))}
        value={filters.show}
        onChange={(show) => filter({ show })}
      />
    </search>
  )
}

function NeedField({ filters, filter }: FilterFieldsProps) {
  const t = useWords(directoryWords)
  const { data } = useSuspenseQuery(choicesQuery)
  const known = useChoices(needs)
  const others = data.terms.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ChoiceField
      label={t('need')}
      shape="list"
      choices={[{ value: 'any', label: t('anyNeed') }, ...known, ...others]}
      value={filters.need}
      onChange={(need) => filter({ need })}
    />
  )
}

function PlaceAndAge({ filters: { district, age }, filter }: FilterFieldsProps) {
  const t = useWords(directoryWords)
  const isWrong = district.length === 6 && !DistrictCode.safeParse(district).success
  return (
    <>
      <TextField
        label={t('district')}
        inputMode="numeric"
        maxLength={6}
        value={district}
        error={isWrong ? t('districtWrong') : undefined}
        onChange={(code) => filter({ district: code })}
      />
      <NumberField
        label={t('age')}
        min={0}
        max={150}
        value={age}
        onChange={(years) => filter({ age: years })}
      />
    </>
  )
}

function LanguageAndCost({ filters, filter }: FilterFieldsProps) {
  const t = useWords(directoryWords)
  const says = useEntryWords()
  const { data } = useSuspenseQuery(choicesQuery)
  const costChoices = useChoices(costs)
  const languages = [...new Set([...usualLanguages, ...data.languages])]
  return (
    <>
      <ChoiceField
        label={t('language')}
        shape="list"
        choices={[
          { value: 'any', label: t('anyLanguage') },
          ...languages.map((code) => ({ value: code, label: says.language(code) })),
        ]}
        value={filters.language}
        onChange={(language) => filter({ language })}
      />
      <ChoiceField
        label={t('cost')}
        shape="list"
        choices={[{ value: 'any', label: t('anyCost') }, ...costChoices]}
        value={filters.cost}
        onChange={(cost) => filter({ cost })}
      />
    </>
  )
}

function Found({ asked }: { asked: Asked }) {
  const t = useWords(directoryWords)
  const entries = useSuspenseInfiniteQuery(entriesQuery(asked))
  const rows = entries.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
  return (
    <>
      <ul className="directory-entries" aria-label={t('found')}>
        {rows.map((entry) => (
          <li key={entry.id}>
            <EntryCard entry={entry} />
          </li>
        ))}
      </ul>
      <MoreButton
        next={entries.hasNextPage ? 'more' : null}
        busy={entries.isFetchingNextPage}
        onMore={() => void entries.fetchNextPage()}
      />
    </>
  )
}

/** The whole directory leaves as HSDS. */
function ExportAsHsds() {
  const t = useWords(directoryWords)
  return (
    <div className="export-links">
      <span>{t('exportAs')}</span>
      <a className="button" href="/api/directory/export?form=tabular" download>
        {t('exportTables')}
      </a>
      <a className="button" href="/api/directory/export?form=json" download>
        {t('exportJson')}
      </a>
      <small>{t('exportLogged')}</small>
    </div>
  )
}
