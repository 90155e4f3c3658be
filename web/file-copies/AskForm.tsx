import { useMutation } from '@tanstack/react-query'
import { type Confirmer, identityCheck, type IdentityCheck } from '#contract/codes/index.ts'
import type { AskForFileCopy, FileCopyPage } from '#contract/file-copies.ts'
import { languages } from '#contract/language.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { languageNames } from '#web/app/language.ts'
import { useChoices, useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { type Typed, useTyped } from '#web/app/useTyped.ts'
import {
  Button,
  ChoiceField,
  DateField,
  LongTextField,
  Notice,
  Section,
  Sheet,
  TextField,
  todayHere,
} from '#web/ui/index.ts'
import { askForCopy } from './file-copies.api.ts'
import { copyFormWords } from './forms.words.ts'
import { useAfterCopy } from './useAfterCopy.ts'

type Asked = Omit<AskForFileCopy, 'askedBy' | 'guardianId' | 'identityCheck' | 'askedOn'> & {
  /** Who asks: the client, or a guardian by their id. */
  who: string | null
  identityCheck: IdentityCheck | null
  askedOn: string | null
}
type Asking = FileCopyPage['asking']
type AskFormProps = { caseId: string; asking: Asking; onDone: () => void }

/** Writes down who asks for a copy of the file, and how it was made sure that it is they. */
export function AskForm({ caseId, asking, onDone }: AskFormProps) {
  const t = useWords(copyFormWords)
  const { language } = useLanguage()
  const typed = useTyped<Asked>(`file-copy/${caseId}`, () => ({
    id: crypto.randomUUID(),
    who: asking.clientMay ? 'client' : (asking.guardians[0]?.id ?? null),
    identityCheck: null,
    identityNote: '',
    askedOn: todayHere(),
    language,
    wish: '',
  }))
  const refresh = useAfterCopy(caseId)
  const saving = useMutation({
    mutationFn: (body: AskForFileCopy) => askForCopy(caseId, body),
    onSuccess: async () => {
      typed.forget()
      await refresh()
      onDone()
    },
  })
  const whole = askedFrom(typed.value)
  return (
    <Section title={t('asking')}>
      <Sheet
        label={t('asking')}
        onSubmit={() => whole && saving.mutate(whole)}
        actions={
          <>
            <Button type="submit" look="main" busy={saving.isPending} disabled={whole === null}>
              {t('save')}
            </Button>
            <Button look="quiet" onClick={onDone}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <TypedBefore typed={typed} />
        <AskFields typed={typed} asking={asking} error={saving.error} />
        <RefusalNote
          error={saving.error}
          labels={{
            askedBy: t('who'),
            guardianId: t('who'),
            identityNote: t('checkNote'),
            askedOn: t('askedOn'),
          }}
        />
      </Sheet>
    </Section>
  )
}

function askedFrom({ who, ...asked }: Asked): AskForFileCopy | null {
  const { identityCheck: check, askedOn } = asked
  if (who === null || check === null || askedOn === null) return null
  const askedBy: Confirmer = who === 'client' ? 'client' : 'guardian'
  return { ...asked, askedBy, guardianId: who === 'client' ? null : who, identityCheck: check, askedOn }
}

type AskFieldsProps = { typed: Typed<Asked>; asking: Asking; error: Error | null }

function AskFields({ typed: { value, change }, asking, error }: AskFieldsProps) {
  const t = useWords(copyFormWords)
  const formats = useFormats()
  const checks = useChoices(identityCheck)
  const errorOf = useRefusedFields(error)
  const people = [
    ...(asking.clientMay ? [{ value: 'client', label: t('client', { name: asking.client }) }] : []),
    ...asking.guardians.map(({ id, name }) => ({ value: id, label: t('guardian', { name }) })),
  ]
  if (people.length === 0) return <Notice tone="warn">{t('nobody')}</Notice>
  return (
    <>
      {!asking.clientMay && <p>{t('onlyGuardian')}</p>}
      <ChoiceField
        id="askedBy"
        label={t('who')}
        required
        choices={people}
        value={value.who}
        onChange={(who) => change({ who })}
        error={errorOf('askedBy') ?? errorOf('guardianId')}
      />
      <ChoiceField
        label={t('check')}
        required
        choices={checks}
        value={value.identityCheck}
        onChange={(check) => change({ identityCheck: check })}
      />
      <TextField
        id="identityNote"
        label={t('checkNote')}
        hint={t('checkNoteHint')}
        value={value.identityNote}
        onChange={(identityNote) => change({ identityNote })}
        error={errorOf('identityNote')}
      />
      <DateField
        id="askedOn"
        label={t('askedOn')}
        hint={t('due', { date: formats.date(asking.dueOn) })}
        required
        max={todayHere()}
        value={value.askedOn}
        onChange={(askedOn) => change({ askedOn })}
        error={errorOf('askedOn')}
      />
      <ChoiceField
        label={t('language')}
        choices={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        value={value.language}
        onChange={(language) => change({ language })}
      />
      <LongTextField
        label={t('wish')}
        hint={t('wishHint')}
        value={value.wish}
        onChange={(wish) => change({ wish })}
      />
    </>
  )
}
