import type { ReactNode } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Sheet } from '#web/ui/index.ts'
import { evidenceWords } from './evidence.words.ts'

type EvidenceSheetProps = {
  label: string
  busy: boolean
  ready: boolean
  onSave: () => void
  onCancel: () => void
  children: ReactNode
}

/** A sheet of collected data with its two buttons. */
export function EvidenceSheet({ label, busy, ready, onSave, onCancel, children }: EvidenceSheetProps) {
  const t = useWords(evidenceWords)
  return (
    <Sheet
      label={label}
      onSubmit={() => ready && onSave()}
      actions={
        <>
          <Button type="submit" look="main" busy={busy} disabled={!ready}>
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      {children}
    </Sheet>
  )
}
