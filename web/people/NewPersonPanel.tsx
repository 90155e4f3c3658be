import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { DuplicateList, PersonLine } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
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
export function NewPersonPanel({ typed, onRecorded, onCancel }: NewPersonPanelProps) {
  const t = useWords(personPickerWords)
  const titleId = useId()
  const [facts, setFacts] = useState(() => begunWith(typed))
  const [difference, differ] = useState(noDifference)
  const { candidates, forget, record } = useRecording(onRecorded)
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
      <NewPersonFields
        facts={facts}
        onChange={(changed) => {
          setFacts(changed)
          forget()
        }}
      />
      <DuplicateChoice
        candidates={candidates}
        onChoose={onRecorded}
        difference={difference}
        onDifference={differ}
      />
      <RefusalNote error={record.error} labels={labels} />
      <div className="page-actions">
        <Button busy={record.isPending} onClick={() => record.mutate({ facts, difference })}>
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

type Wish = Readonly<{ facts: NewPersonFacts; difference: Difference }>
const nobody: DuplicateList = { search: '', candidates: [] }

/** Searches first; records where nobody is suggested, or where everybody who is was said to be another. */
function useRecording(onRecorded: (person: PersonLine) => void) {
  const [id] = useState(() => crypto.randomUUID())
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
