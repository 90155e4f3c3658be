import type { MouseEvent } from 'react'
import { Notice } from '#web/ui/index.ts'
import { RefusedByServer, ServerUnreachable } from './api.ts'
import { useLanguage, useWords } from './LanguageContext.tsx'
import { noPageWords } from './no-pages.words.ts'
import { fieldSentenceFor, sentenceFor } from './sentences.ts'

type RefusalNoteProps = {
  /** Whatever was thrown; null or undefined draws nothing. */
  error: unknown
  /** Field path → its label on this sheet; a row of a list is named by its list, and a path without a label left out. */
  labels?: Readonly<Record<string, string>>
}

/** Why the server said no, in words, and which fields it means; each leads to its field where that has its path as id. */
export function RefusalNote({ error, labels = {} }: RefusalNoteProps) {
  const { language } = useLanguage()
  const t = useWords(noPageWords)
  if (!error) return null
  if (error instanceof ServerUnreachable)
    return (
      <Notice tone="warn" title={t('unreachable')}>
        {t('unreachableLead')}
      </Notice>
    )
  const refused = error instanceof RefusedByServer ? error : null
  const fields = (refused?.fields ?? []).flatMap(({ path, code }) => {
    const label = labels[path] ?? rowLabel(path, labels)
    return label === undefined ? [] : [{ path, code, label }]
  })
  return (
    <Notice tone="warn" title={sentenceFor(refused?.code ?? 'fault', language, refused?.facts)}>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ path, code, label }) => (
            <li key={path}>
              <FieldLink path={path}>{label}</FieldLink>
              {` · ${fieldSentenceFor(code, language)}`}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

/** A whole row as its list names it: `goals.1` → “Goals 2”. */
function rowLabel(path: string, labels: Readonly<Record<string, string>>): string | undefined {
  const [, list = '', index] = /^(\w+)\.(\d+)$/u.exec(path) ?? []
  const label = labels[list]
  return label === undefined ? undefined : `${label} ${Number(index) + 1}`
}

/** The nearest place on the sheet for a field path: `goals.0.title`, else `goals.0`, else `goals`. */
function placeOf(path: string): HTMLElement | null {
  const parts = path.split('.')
  const places = parts.map((_, index) =>
    document.getElementById(parts.slice(0, parts.length - index).join('.')),
  )
  return places.find((place) => place !== null) ?? null
}

/** Leads to a field whose id is its path, and puts the cursor into it. */
function FieldLink({ path, children }: { path: string; children: string }) {
  const follow = (click: MouseEvent) => {
    click.preventDefault()
    const place = placeOf(path)
    const controls = 'input, select, textarea, button'
    const control = place?.matches(controls) ? place : place?.querySelector<HTMLElement>(controls)
    place?.scrollIntoView({ block: 'center' })
    control?.focus({ preventScroll: true })
  }
  return (
    <a href={`#${path}`} onClick={follow}>
      {children}
    </a>
  )
}
