import type { ReactNode } from 'react'
import { UiLink } from './UiContext.tsx'
import { Written } from './Written.tsx'

/** One fact: what it is, and what it says. A fact whose value is null, undefined or '' is left out. */
export type Fact = { label: string; value: ReactNode }

/** Facts about one thing, as a definition list. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return (
    <dl className="facts">
      {known.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{typeof value === 'string' ? <Written>{value}</Written> : value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One column: its heading, what stands in it, and whether it is a number (aligned right, tabular). */
export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  numeric?: boolean
}

type TableProps<Row> = {
  /** What the table lists; read out, and shown when `captionShown`. */
  caption: string
  captionShown?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/** A real table; on a phone each row becomes a card. The first column is the row's heading. */
export function Table<Row>(props: TableProps<Row>) {
  return (
    <table className="table">
      <caption className={props.captionShown ? undefined : 'visually-hidden'}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.key} scope="col" data-numeric={column.numeric || undefined}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)}>
            {props.columns.map((column, place) => (
              <Cell key={column.key} column={column} row={row} heading={place === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row, heading }: { column: Column<Row>; row: Row; heading: boolean }) {
  const shown = column.cell(row)
  if (heading) return <th scope="row">{shown}</th>
  return (
    <td data-label={column.header} data-numeric={column.numeric || undefined}>
      {shown}
    </td>
  )
}

/** One line of a story: when (already in words), what happened, more below it. `tone: 'danger'` is danger to a person. */
export type TimelineItem = {
  key: string
  when: string
  /** Machine-readable moment or date of `when`. */
  dateTime?: string
  title: ReactNode
  body?: ReactNode
  tone?: 'danger'
}

/** What happened, newest or oldest first as given. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.key} data-tone={item.tone}>
          <time dateTime={item.dateTime}>{item.when}</time>
          <div>
            <p className="timeline-title">{item.title}</p>
            {item.body && <div className="timeline-body">{item.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** One tab: a link to a page of its own. */
export type Tab = { to: string; label: string; current: boolean; count?: number }

/** Pages that belong together, as links; the current one is marked. `label` names the group. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <UiLink key={tab.to} to={tab.to} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className="tab-count">{tab.count}</span>}
        </UiLink>
      ))}
    </nav>
  )
}
