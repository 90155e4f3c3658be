import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { DuplicateList, PersonLine } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, todayHere } from '#web/ui/index.ts'
import { DuplicateChoice } from './DuplicateChoice.tsx'
import { begunWith, newPersonFrom } from './new-person.ts'
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

/** Records a person; before that it looks whether they are there already, and asks. */
export function NewPersonPanel({ typed, onRecorded, onCancel }: NewPersonPanelProps) {
  const t = useWords(personPickerWords)
  const titleId = useId()
  const [id] = useState(() => crypto.randomUUID())
  const [facts, setFacts] = useState(() => begunWith(typed))
  const [candidates, setCandidates] = useState<DuplicateList['candidates']>([])
  const record = useRecording(async (anyway: boolean) => {
    const person = newPersonFrom(id, facts, todayHere())
    const { name, birthDate = null, phone, idNumber } = person
    const exact = person.birthPrecision === 'estimated' ? null : birthDate
    const found = anyway ? [] : await findDuplicates({ name, birthDate: exact, phone, idNumber })
    setCandidates(found)
    if (found.length === 0) onRecorded(lineOf(await recordPerson(person)))
  })
  const labels = { name: t('name'), birthDate: t('birthDate'), phone: t('phone'), idNumber: t('idNumber') }
  return (
    <section className="new-person" aria-labelledby={titleId}>
      <h3 id={titleId}>{t('newPerson')}</h3>
      <NewPersonFields
        facts={facts}
        onChange={(changed) => {
          setFacts(changed)
          setCandidates([])
        }}
      />
      <RefusalNote error={record.error} labels={labels} />
      <DuplicateChoice candidates={candidates} onChoose={onRecorded} />
      <div className="page-actions">
        <Button busy={record.isPending} onClick={() => record.mutate(candidates.length > 0)}>
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

const useRecording = (act: (anyway: boolean) => Promise<void>) => useMutation({ mutationFn: act })
