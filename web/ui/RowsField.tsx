import { useState, type ReactNode } from 'react'
import { Button } from './Buttons.tsx'
import { FieldGroup, type FieldProps } from './Field.tsx'
import { fitted, moved } from './rows.ts'
import { useUiWords } from './UiContext.tsx'

/** What a row's fields need: the row, a way to change part of it, and its place (from 0). */
export type RowTools<Row> = {
  row: Row
  change: (part: Partial<Row>) => void
  /** `set('name')` is an onChange for the field `name` of this row. */
  set: <Key extends keyof Row>(key: Key) => (value: Row[Key]) => void
  index: number
}

type RowsFieldProps<Row> = FieldProps<readonly Row[], Row[]> & {
  newRow: () => Row
  children: (tools: RowTools<Row>) => ReactNode
  /** Short name of a row, for the remove and move buttons; its number by default. */
  rowName?: (row: Row, index: number) => string
  addLabel?: string
  max?: number
  /** Whether a row may be taken away; every row by default. */
  mayRemove?: (row: Row) => boolean
  reorder?: boolean
}

/** A list of rows one adds, fills, removes and (with `reorder`) moves. `children` draws the fields of one row. */
export function RowsField<Row extends object>(props: RowsFieldProps<Row>) {
  const words = useUiWords()
  const rows = props.value ?? []
  const keys = useRowKeys(rows.length)
  const add = () => props.onChange([...rows, props.newRow()])
  return (
    <FieldGroup {...props} className="rows">
      <ol className="rows-list">
        {rows.map((row, index) => (
          <li key={keys.at(index)} className="row">
            <div className="row-fields">{props.children(toolsFor(rows, row, index, props.onChange))}</div>
            <RowButtons {...props} rows={rows} index={index} keys={keys} />
          </li>
        ))}
      </ol>
      {rows.length < (props.max ?? Infinity) && (
        <Button onClick={add}>{props.addLabel ?? words.addRow}</Button>
      )}
    </FieldGroup>
  )
}

function toolsFor<Row>(
  rows: readonly Row[],
  row: Row,
  index: number,
  onChange: (rows: Row[]) => void,
): RowTools<Row> {
  const change = (part: Partial<Row>) =>
    onChange(rows.map((old, place) => (place === index ? { ...old, ...part } : old)))
  return {
    row,
    index,
    change,
    set: (key) => (value) =>
      onChange(rows.map((old, place) => (place === index ? { ...old, [key]: value } : old))),
  }
}

type RowKeys = ReturnType<typeof useRowKeys>
type RowButtonsProps<Row> = RowsFieldProps<Row> & { rows: readonly Row[]; index: number; keys: RowKeys }

function RowButtons<Row>(props: RowButtonsProps<Row>) {
  const { rows, index, keys, onChange, reorder } = props
  const words = useUiWords()
  const row = rows[index]
  const name = (row && props.rowName?.(row, index)) || words.row(index + 1)
  const move = (to: number) => {
    keys.move(index, to)
    onChange(moved(rows, index, to))
  }
  const remove = () => {
    keys.remove(index)
    onChange(rows.filter((_, place) => place !== index))
  }
  return (
    <div className="row-buttons">
      {reorder && (
        <>
          <IconButton label={words.moveUp(name)} sign="↑" off={index === 0} act={() => move(index - 1)} />
          <IconButton
            label={words.moveDown(name)}
            sign="↓"
            off={index === rows.length - 1}
            act={() => move(index + 1)}
          />
        </>
      )}
      {(!row || (props.mayRemove?.(row) ?? true)) && (
        <IconButton label={words.removeRow(name)} sign="×" off={props.disabled ?? false} act={remove} />
      )}
    </div>
  )
}

function IconButton({
  label,
  sign,
  off,
  act,
}: {
  label: string
  sign: string
  off: boolean
  act: () => void
}) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      disabled={off}
      onClick={act}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  )
}

/** Keys that follow a row when it moves, so that focus and half-typed text stay with it. */
function useRowKeys(count: number) {
  const [held, hold] = useState<readonly number[]>([])
  const keys = fitted(held, count)
  if (keys !== held) hold(keys)
  return {
    at: (index: number) => keys[index],
    remove: (index: number) => hold(keys.filter((_, place) => place !== index)),
    move: (from: number, to: number) => hold(moved(keys, from, to)),
  }
}
