import type { FindingPage, TellNotice } from '#contract/case/evidence.ts'
import { noticeWay } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { CheckField, ChoiceField, DateField, FieldRow, TextField, todayHere } from '#web/ui/index.ts'
import { tellNotice } from './evidence.api.ts'
import { EvidenceSheet } from './EvidenceSheet.tsx'
import { evidenceWords } from './evidence.words.ts'
import { recordWords } from './record.words.ts'
import { useEvidenceForm } from './useEvidenceForm.ts'

type Typed = Omit<TellNotice, 'toldOn' | 'way' | 'limitsTold'> & {
  toldOn: string | null
  way: TellNotice['way'] | null
  limitsTold: boolean
}

function whole({ toldOn, way, limitsTold, ...typed }: Typed): TellNotice | null {
  if (toldOn === null || way === null || !limitsTold || typed.language.trim() === '') return null
  return { ...typed, toldOn, way, limitsTold }
}

type TellFormProps = { caseId: string; people: FindingPage['people']; onDone: () => void }

/** Records that the notice and the limits of confidentiality were told, to whom and in which language. */
export function TellForm({ caseId, people, onDone }: TellFormProps) {
  const t = useWords(recordWords)
  const say = useWords(evidenceWords)
  const ways = useChoices(noticeWay)
  const { typed, saving, errorOf, field } = useEvidenceForm<Typed>({
    caseId,
    key: `collection-notice/${caseId}`,
    nothing: () => ({
      id: crypto.randomUUID(),
      personId: people[0]?.id ?? '',
      toldOn: todayHere(),
      way: null,
      language: '',
      limitsTold: false,
      note: '',
    }),
    send: (value) => {
      const told = whole(value)
      return told && tellNotice(caseId, told)
    },
    onDone,
  })
  const names = people.map(({ id, name, part }) => ({ value: id, label: `${name} · ${say(part)}` }))
  return (
    <EvidenceSheet
      label={say('tell')}
      busy={saving.isPending}
      ready={whole(typed.value) !== null}
      onSave={() => saving.mutate()}
      onCancel={onDone}
    >
      <TypedBefore typed={typed} />
      <ChoiceField label={t('toldTo')} required choices={names} {...field('personId')} />
      <FieldRow>
        <DateField
          label={t('toldOn')}
          required
          max={todayHere()}
          {...field('toldOn')}
          error={errorOf('toldOn')}
        />
        <TextField label={t('language')} required maxLength={100} {...field('language')} />
      </FieldRow>
      <ChoiceField label={t('way')} required choices={ways} {...field('way')} />
      <CheckField label={t('limitsTold')} {...field('limitsTold')} />
      <TextField label={t('note')} maxLength={500} {...field('note')} />
      <RefusalNote error={saving.error} labels={{ personId: t('toldTo'), toldOn: t('toldOn') }} />
    </EvidenceSheet>
  )
}
