import type { FollowUpView } from '#contract/case/followup.ts'
import { followUpWay, gainsMaintained } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import {
  Button,
  CheckField,
  ChoiceField,
  DateField,
  FieldRow,
  LongTextField,
  Sheet,
  todayHere,
} from '#web/ui/index.ts'
import { recordFollowUp, useCaseAct } from './followup.api.ts'
import { followupWords } from './followup.words.ts'
import { type Draft, emptyDraft, recordFrom } from './record.ts'

/** Records a follow-up where it stands in the list. */
export function RecordForm({ view, onClose }: { view: FollowUpView; onClose: () => void }) {
  const t = useWords(followupWords)
  const typed = useTyped(`follow-up/${view.id}`, () => emptyDraft(todayHere(), view.way))
  const { value: draft, change } = typed
  const record = recordFrom(draft)
  const keeping = useCaseAct(view.caseId, async () => record && recordFollowUp(view, record))
  const done = () => {
    typed.forget()
    onClose()
  }
  const keep = () => keeping.mutate(undefined, { onSuccess: done })
  const labels = {
    heldOn: t('heldOn'),
    notReachedReason: t('notReachedReason'),
    situation: t('situation'),
    maintained: t('maintained'),
    nextOn: t('nextOn'),
  }
  return (
    <Sheet
      label={t('record')}
      onSubmit={keep}
      actions={
        <>
          <Button type="submit" look="main" busy={keeping.isPending} disabled={!record}>
            {t('keep')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('stop')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <Held draft={draft} change={change} />
      {draft.reached !== null && <Found draft={draft} change={change} />}
      <RefusalNote error={keeping.error} labels={labels} />
    </Sheet>
  )
}

type PartProps = { draft: Draft; change: (part: Partial<Draft>) => void }

function Held({ draft, change }: PartProps) {
  const t = useWords(followupWords)
  const ways = useChoices(followUpWay)
  const answers = (['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))
  const reached = draft.reached === null ? null : draft.reached ? 'yes' : 'no'
  return (
    <>
      <FieldRow>
        <DateField
          id="heldOn"
          label={t('heldOn')}
          max={todayHere()}
          value={draft.heldOn}
          onChange={(heldOn) => change({ heldOn })}
        />
        <ChoiceField label={t('way')} choices={ways} value={draft.way} onChange={(way) => change({ way })} />
      </FieldRow>
      <ChoiceField
        label={t('reached')}
        choices={answers}
        value={reached}
        onChange={(answer) => change({ reached: answer === 'yes' })}
      />
    </>
  )
}

function Found({ draft, change }: PartProps) {
  const t = useWords(followupWords)
  const gains = useChoices(gainsMaintained)
  const text = (key: 'notReachedReason' | 'situation' | 'newNeed' | 'actionTaken', rows = 2) => (
    <LongTextField
      id={key}
      label={t(key)}
      rows={rows}
      value={draft[key]}
      onChange={(value) => change({ [key]: value })}
    />
  )
  return (
    <>
      {draft.reached ? (
        <>
          {text('situation', 3)}
          <ChoiceField
            id="maintained"
            label={t('maintained')}
            choices={gains}
            value={draft.maintained}
            onChange={(maintained) => change({ maintained })}
          />
          {text('newNeed')}
          {text('actionTaken')}
        </>
      ) : (
        text('notReachedReason')
      )}
      <CheckField label={t('further')} value={draft.further} onChange={(further) => change({ further })} />
      {draft.further && (
        <DateField
          id="nextOn"
          label={t('nextOn')}
          value={draft.nextOn}
          onChange={(nextOn) => change({ nextOn })}
        />
      )}
      <CheckField label={t('reopenAdvised')} value={draft.reopen} onChange={(reopen) => change({ reopen })} />
    </>
  )
}
