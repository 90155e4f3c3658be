import type { FindingView } from '#contract/case/evidence.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { Button, Dialog, TextField } from '#web/ui/index.ts'
import { takeBackSource } from './evidence.api.ts'
import { evidenceWords } from './evidence.words.ts'
import { useEvidenceForm } from './useEvidenceForm.ts'

type TakeBackDialogProps = { caseId: string; finding: FindingView; sourceId: string; onClose: () => void }

/** Takes a source back that was written down in error, and asks why. */
export function TakeBackDialog({ caseId, finding, sourceId, onClose }: TakeBackDialogProps) {
  const t = useWords(evidenceWords)
  const { id, version } = finding
  const { typed, saving, field } = useEvidenceForm({
    caseId,
    key: `finding-removal/${sourceId}`,
    nothing: () => ({ reason: '' }),
    send: ({ reason }) => takeBackSource({ caseId, id, version }, { sourceId, reason }),
    onDone: onClose,
  })
  return (
    <Dialog
      open
      title={t('takeBackTitle')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="main"
            busy={saving.isPending}
            disabled={typed.value.reason.trim() === ''}
            onClick={() => saving.mutate()}
          >
            {t('takeBack')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <p>{t('takeBackLead')}</p>
      <TypedBefore typed={typed} />
      <TextField label={t('takeBackWhy')} required maxLength={500} {...field('reason')} />
      <RefusalNote error={saving.error} />
    </Dialog>
  )
}
