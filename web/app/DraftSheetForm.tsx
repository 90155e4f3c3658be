import type { ReactNode } from 'react'
import { Notice, Sheet } from '#web/ui/index.ts'
import { ConflictChoice } from './ConflictChoice.tsx'
import { conflictWords } from './conflict.words.ts'
import { useWords } from './LanguageContext.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import type { DraftSheet } from './useDraftSheet.ts'

type DraftSheetFormProps<Value extends object> = {
  sheet: DraftSheet<Value>
  /** Field → its label; for the conflict choice and the list of refused fields. */
  labels: Readonly<Record<keyof Value & string, string>>
  children: ReactNode
  actions?: ReactNode
  show?: (field: keyof Value & string, value: Value) => ReactNode
}

/** A sheet bound to a draft: save indicator, restored text, conflict and refusal are drawn where they belong. */
export function DraftSheetForm<Value extends object>(props: DraftSheetFormProps<Value>) {
  const { sheet, labels, children, actions, show } = props
  const t = useWords(conflictWords)
  return (
    <Sheet save={sheet.indicator} actions={actions} onSubmit={() => void sheet.flush()}>
      {sheet.restored && <Notice>{t('restored')}</Notice>}
      <ConflictChoice sheet={sheet} labels={labels} {...(show ? { show } : {})} />
      <RefusalNote error={sheet.refusal} labels={labels} />
      {children}
    </Sheet>
  )
}
