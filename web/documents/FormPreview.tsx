import { useSuspenseQuery } from '@tanstack/react-query'
import type { FormSheet, SheetBlock, SheetFactRow, SheetTable } from '#contract/documents.ts'
import { Picture } from '#web/drawings/Picture.tsx'
import '#web/drawings/drawings.css'
import { formQuery, type FormChoice } from './documents.api.ts'

/** The filled form on the screen: the same tree that Word and PDF are made from. */
export function FormPreview({ choice, label }: { choice: FormChoice; label: string }) {
  const { data: form } = useSuspenseQuery(formQuery(choice))
  return (
    <article className="form-sheet" aria-label={label} lang={form.language}>
      <header>
        <h2>{form.title}</h2>
        {/* A first contact has no number yet. */}
        <p>{[form.agency, form.caseNumber].filter(Boolean).join(' · ')}</p>
      </header>
      <FactRows rows={form.header} />
      {form.sections.map((section) => (
        <FormSection key={section.key} section={section} />
      ))}
      <footer>{form.footer.note}</footer>
    </article>
  )
}

function FormSection({ section }: { section: FormSheet['sections'][number] }) {
  return (
    <section>
      <h3>{section.title}</h3>
      {section.blocks.map((block, index) => (
        <Block key={`${section.key}-${index}`} block={block} />
      ))}
    </section>
  )
}

function Block({ block }: { block: SheetBlock }) {
  if (block.kind === 'facts') return <FactRows rows={block.rows} />
  if (block.kind === 'table') return <SheetTableBlock table={block} />
  if (block.kind === 'picture') return <Picture svg={block.svg} label={block.label} />
  return (
    <dl className="form-signatures">
      {block.boxes.map((box) => (
        <div key={box.key}>
          <dt>{box.label}</dt>
          <dd>
            <bdi>{box.signer}</bdi> {box.way} {box.date}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const FactRows = ({ rows }: { rows: readonly SheetFactRow[] }) => (
  <dl className="form-facts">
    {rows.flat().map((fact) => (
      <div key={fact.key} className={fact.tall ? 'tall' : undefined}>
        <dt>{fact.label}</dt>
        <dd>{fact.value.startsWith(box) ? <ToTick value={fact.value} /> : fact.value}</dd>
      </div>
    ))}
  </dl>
)

const box = '□'

/** The answers of a form to be filled by hand, each whole with its box; on paper hard spaces hold it together. */
const ToTick = ({ value }: { value: string }) =>
  value
    .split(/ +(?=□)/u)
    .map((answer) => <span key={answer}>{answer.replaceAll('\u00A0', ' ').replace(' ', '\u00A0')} </span>)

function SheetTableBlock({ table }: { table: SheetTable }) {
  // It may be wider than a phone: whoever has no pointer scrolls it with the arrow keys.
  return (
    <section className="form-table" aria-label={table.label} tabIndex={0}>
      <table>
        <caption>{table.label}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={`row-${row}`}>
              {cells.map((cell, index) => (
                <td key={table.columns[index]?.key ?? index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length === 0 && <p>{table.none}</p>}
    </section>
  )
}
