import { useQuery } from '@tanstack/react-query'
import type { ConfideCase } from '#contract/case/confidentiality.ts'
import type { CaseView } from '#contract/case/overview.ts'
import { confidentiality, role } from '#contract/codes/index.ts'
import { useChoices, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, Dialog, LongTextField, ManyChoicesField } from '#web/ui/index.ts'
import { colleaguesQuery, useConfiding } from './confidentiality.api.ts'
import { confidentialityWords } from './confidentiality.words.ts'

type DialogProps = { caseView: CaseView; onClose: () => void }

/** Draws the circle anew: the level, the persons named, the reason. */
export function ConfidentialityDialog({ caseView, onClose }: DialogProps) {
  const t = useWords(confidentialityWords)
  const levels = useChoices(confidentiality)
  const typed = useTyped<ConfideCase>(`confiding/${caseView.id}`, () => ({
    level: caseView.confidentiality,
    reason: '',
    readerIds: caseView.team.flatMap(({ worker, source }) => (source === 'named' ? [worker.id] : [])),
  }))
  const { value: circle, change } = typed
  const confiding = useConfiding(caseView)
  const done = () => {
    typed.forget()
    onClose()
  }
  return (
    <Dialog
      open
      title={t('title')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="main"
            busy={confiding.isPending}
            disabled={circle.reason.trim() === ''}
            onClick={() => confiding.mutate(circle, { onSuccess: done })}
          >
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('stop')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <ChoiceField
        label={t('level')}
        hint={t(circle.level)}
        choices={levels}
        value={circle.level}
        onChange={(level) => change({ level, ...(level === 'normal' ? { readerIds: [] } : {}) })}
      />
      {circle.level !== 'normal' && (
        <ReadersField value={circle.readerIds} onChange={(readerIds) => change({ readerIds })} />
      )}
      <LongTextField
        label={t('reason')}
        hint={t('reasonLead')}
        required
        value={circle.reason}
        onChange={(reason) => change({ reason })}
      />
      <RefusalNote error={confiding.error} labels={{ readerIds: t('readers'), reason: t('reason') }} />
    </Dialog>
  )
}

type ReadersFieldProps = { value: string[]; onChange: (readerIds: string[]) => void }

function ReadersField({ value, onChange }: ReadersFieldProps) {
  const t = useWords(confidentialityWords)
  const label = useLabel()
  const { data: colleagues = [] } = useQuery(colleaguesQuery)
  const choices = colleagues
    .filter((one) => one.active && ['worker', 'supervisor', 'agency-head'].includes(one.role))
    .map((one) => ({ value: one.id, label: one.name, hint: label(role, one.role) }))
  return (
    <ManyChoicesField
      label={t('readers')}
      hint={t('readersLead')}
      choices={choices}
      value={value}
      onChange={onChange}
    />
  )
}
