import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { DuplicateList, PersonLine } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { RefusedByServer } from '#web/app/api.ts'
import { Button, todayHere } from '#web/ui/index.ts'
import { type Difference, DuplicateChoice, noDifference } from './DuplicateChoice.tsx'
import { begunWith, newPersonFrom, type NewPersonFacts } from './new-person.ts'
import { NewPersonFields } from './NewPersonFields.tsx'
import { findDuplicates, lineOf, recordPerson } from './people.api.ts'
import { personPickerWords } from './person-picker.words.ts'

type NewPersonPanelProps = {
  /** What was looked for; the name, unless it was a number. */
  typed: string
  /** Told the person: the new one, or the one who was there already. */
  onRecorded: (person: PersonLine) => void
  onCancel?: (() => void) | undefined
}

/** Records a person; before that it searches, and whoever is suggested is chosen or said to be another. */
export function NewPersonPanel({ typed: searched, onRecorded, onCancel }: NewPersonPanelProps) {
  const t = useWords(personPickerWords)
  const titleId = useId()
  const { written, idNumber, typeIdNumber } = useWritten(searched)
  const { facts, difference } = written.value
  const whole = { ...facts, idNumber }
  // Also where the person was there already: what was typed about a new one is done with.
  const done = (person: PersonLine) => {
    written.forget()
    onRecorded(person)
  }
  const { candidates, forget, record } = useRecording(written.value.id, done)
  const labels = {
    name: t('name'),
    birthDate: t('birthDate'),
    phone: t('phone'),
    idNumber: t('idNumber'),
    'sought.ground': t('whyAnother'),
    'sought.note': t('whyAnotherNote'),
  }
  return (
    <section className="new-person" aria-labelledby={titleId}>
      <h3 id={titleId}>{t('newPerson')}</h3>
      <TypedBefore typed={written} />
      <NewPersonFields
        facts={whole}
        onChange={({ idNumber: number, ...changed }) => {
          written.change({ facts: changed })
          typeIdNumber(number)
          forget()
        }}
      />
      <DuplicateChoice
        candidates={candidates}
        onChoose={done}
        difference={difference}
        onDifference={(said) => written.change({ difference: said })}
      />
      <RefusalNote error={record.error} labels={labels} />
      <div className="page-actions">
        <Button busy={record.isPending} onClick={() => record.mutate({ facts: whole, difference })}>
          {candidates.length > 0 ? t('recordAnyway') : t('record')}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </section>
  )
}

type Written = Readonly<{ id: string; facts: Omit<NewPersonFacts, 'idNumber'>; difference: Difference }>

/**
 * What is typed about a new person, found again under what was looked for. The identity number is not kept on this device,
 * nor is a search that may be one.
 */
function useWritten(searched: string) {
  const { idNumber: blank, ...begun } = begunWith(searched)
  const written = useTyped<Written>(`new-person/${begun.name}`, () => ({
    id: crypto.randomUUID(),
    facts: begun,
    difference: noDifference,
  }))
  const [idNumber, typeIdNumber] = useState(blank)
  return { written, idNumber, typeIdNumber }
}

type Wish = Readonly<{ facts: NewPersonFacts; difference: Difference }>
const nobody: DuplicateList = { search: '', candidates: [] }

/** Searches first; records where nobody is suggested, or where everybody who is was said to be another. */
function useRecording(id: string, onRecorded: (person: PersonLine) => void) {
  const [found, setFound] = useState<DuplicateList | null>(null)
  const record = useMutation({
    mutationFn: async ({ facts, difference }: Wish) => {
      const person = newPersonFrom(id, facts, todayHere())
      const { name, birthDate = null, phone, idNumber } = person
      const exact = person.birthPrecision === 'estimated' ? null : birthDate
      const list = found ?? (await findDuplicates({ name, birthDate: exact, phone, idNumber }))
      setFound(list)
      if (!found && list.candidates.length > 0) return
      const others = list.candidates.map((one) => one.person.id)
      onRecorded(
        lineOf(await recordPerson({ ...person, sought: { search: list.search, others, ...difference } })),
      )
    },
    // Somebody was recorded meanwhile, or the search is too old: what was found is looked for anew.
    onError: (error) => {
      if (error instanceof RefusedByServer && searchAgain.includes(error.code)) setFound(null)
    },
  })
  const forget = () => {
    setFound(null)
    record.reset()
  }
  return { candidates: (found ?? nobody).candidates, forget, record }
}

const searchAgain: readonly string[] = ['people/search-first', 'people/maybe-known']
