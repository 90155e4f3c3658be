import { useState, type ReactNode } from 'react'
import { Button, ChoiceField, Notice } from '#web/ui/index.ts'
import { conflictWords } from './conflict.words.ts'
import { differences, merged, type Difference } from './draft.ts'
import { useWords } from './LanguageContext.tsx'
import type { DraftSheet } from './useDraftSheet.ts'

type Side = 'mine' | 'theirs'

type ConflictChoiceProps<Value extends object> = {
  sheet: DraftSheet<Value>
  labels: Readonly<Record<keyof Value & string, string>>
  /** Draws a field's value; texts and numbers draw themselves. */
  show?: (field: keyof Value & string, value: Value) => ReactNode
}

/** Both versions of each field that differs; the writer keeps mine or theirs, field by field. Draws nothing without a conflict. */
export function ConflictChoice<Value extends object>({ sheet, labels, show }: ConflictChoiceProps<Value>) {
  const t = useWords(conflictWords)
  const [chosen, setChosen] = useState<Partial<Record<keyof Value & string, Side>>>({})
  const { theirs, value, base } = sheet
  if (!theirs) return null
  const differing = differences(base, value, theirs.value)
  const sideOf = ({ field, suggested }: Difference<Value>) => chosen[field] ?? suggested
  const choices = Object.fromEntries(differing.map((one) => [one.field, sideOf(one)]))
  const undecided = differing.some((one) => sideOf(one) === null)
  const draw = show ?? ((field, from: Value) => shownPlainly(from[field]))
  return (
    <Notice
      tone="warn"
      title={t('title')}
      actions={
        <Button
          look="main"
          disabled={undecided}
          onClick={() =>
            sheet.resolve(merged(value, theirs.value, choices as Partial<Record<keyof Value, Side>>))
          }
        >
          {t('keep')}
        </Button>
      }
    >
      <p>{t('lead')}</p>
      {differing.map((one) => (
        <FieldChoice
          key={one.field}
          label={labels[one.field]}
          mine={draw(one.field, value)}
          theirs={draw(one.field, theirs.value)}
          side={sideOf(one)}
          choose={(side) => setChosen((before) => ({ ...before, [one.field]: side }))}
        />
      ))}
    </Notice>
  )
}

type FieldChoiceProps = {
  label: string
  mine: ReactNode
  theirs: ReactNode
  side: Side | null
  choose: (side: Side) => void
}

function FieldChoice({ label, mine, theirs, side, choose }: FieldChoiceProps) {
  const t = useWords(conflictWords)
  const choices = [
    { value: 'mine', label: t('mine') },
    { value: 'theirs', label: t('theirs') },
  ] as const
  return (
    <div className="conflict">
      <ChoiceField label={label} choices={choices} value={side} onChange={choose} />
      <dl>
        <div data-chosen={side === 'mine' || undefined}>
          <dt>{t('mine')}</dt>
          <dd dir="auto">{mine}</dd>
        </div>
        <div data-chosen={side === 'theirs' || undefined}>
          <dt>{t('theirs')}</dt>
          <dd dir="auto">{theirs}</dd>
        </div>
      </dl>
    </div>
  )
}

function shownPlainly(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return JSON.stringify(value)
}
