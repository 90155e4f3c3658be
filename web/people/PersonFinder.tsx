import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { PersonLine } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button } from '#web/ui/index.ts'
import { moveByArrows } from './arrow-keys.ts'
import { personQuery, searchQuery } from './people.api.ts'
import { personPickerWords } from './person-picker.words.ts'
import { PersonChoices } from './PersonChoices.tsx'
import { useSettled } from './useSettled.ts'

type PersonFinderProps = {
  onChoose: (person: PersonLine) => void
  /** Nobody found is the right one; told what was typed. Without it nobody is recorded here. */
  onMissing?: (typed: string) => void
  suggestFor?: string | undefined
}

/** A search box and whom it finds. Arrow keys go from the box into the list and back. */
export function PersonFinder({ onChoose, onMissing, suggestFor }: PersonFinderProps) {
  const t = useWords(personPickerWords)
  const id = useId()
  const [text, setText] = useState('')
  const sought = useSettled(text)
  const search = useInfiniteQuery({ ...searchQuery(sought), enabled: sought.trim() !== '' })
  const around = usePeopleAround(suggestFor)
  const found = search.data?.pages.flatMap(({ rows }) => rows) ?? []
  const asked = sought.trim() !== ''
  return (
    <div className="person-finder" role="presentation" onKeyDown={moveByArrows}>
      <input
        className="input"
        type="search"
        dir="auto"
        autoComplete="off"
        maxLength={200}
        aria-label={t('search')}
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(change) => setText(change.target.value)}
      />
      <small id={`${id}-hint`}>{t('searchHint')}</small>
      <RefusalNote error={search.error} />
      <output>{asked && search.data ? summary(t, found.length, search.hasNextPage) : ''}</output>
      {asked ? (
        <PersonChoices people={found} label={t('results')} onChoose={onChoose} />
      ) : (
        <PersonChoices people={around} label={t('suggested')} labelShown onChoose={onChoose} />
      )}
      {asked && search.data && onMissing && <Button onClick={() => onMissing(text)}>{t('recordNew')}</Button>}
    </div>
  )
}

type Say = ReturnType<typeof useWords<(typeof personPickerWords.languages)['zh-CN']>>

function summary(t: Say, count: number, more: boolean): string {
  if (count === 0) return t('nobody')
  return more ? t('foundMore') : t('found', { count })
}

/** Guardians and relatives of a person, guardians first; nobody while there is no such person. */
function usePeopleAround(personId: string | undefined): PersonLine[] {
  const { data } = useQuery({ ...personQuery(personId ?? ''), enabled: personId !== undefined })
  return data?.value.relatives.filter(({ endedAt }) => endedAt === null).map(({ person }) => person) ?? []
}
