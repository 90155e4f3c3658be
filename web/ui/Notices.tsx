import type { ReactNode } from 'react'
import { useUiWords } from './UiContext.tsx'
import { Written } from './Written.tsx'

/** `info`: good to know. `warn`: needs attention. `danger`: danger to a person, nothing else. */
export type Tone = 'info' | 'warn' | 'danger'

type NoticeProps = { tone?: Tone; title?: string; children?: ReactNode; actions?: ReactNode }

/** A short message in the page. `danger` interrupts a screen reader; the others wait. */
export function Notice({ tone = 'info', title, children, actions }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <span className="notice-sign" aria-hidden="true">
        {tone === 'info' ? 'i' : '!'}
      </span>
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="page-actions">{actions}</div>}
      </div>
    </div>
  )
}

/** A word about a thing: its state, its kind. Never carries meaning by colour alone: the word says it. */
export function Badge({ tone, children }: { tone?: Tone | 'done'; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  )
}

/** What stands where a list is still empty: why, and how to begin. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div>{children}</div>}
      {action && <div className="page-actions">{action}</div>}
    </div>
  )
}

/** Grey lines while something loads; `lines` is how many (default 4). */
export function Loading({ lines = 4 }: { lines?: number }) {
  return (
    <output className="loading">
      <VisuallyHidden>{useUiWords().loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden="true" />
      ))}
    </output>
  )
}

/** Text for screen readers only. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>
}

/** First stop of the Tab key: jumps over the navigation to the element with this id. */
export function SkipLink({ target, children }: { target: string; children: ReactNode }) {
  return (
    <a className="skip-link" href={`#${target}`}>
      {children}
    </a>
  )
}

/** A person's name, kept apart from the direction and punctuation of the text around it. `lang` when known. */
export function PersonName({ children, lang }: { children: string; lang?: string }) {
  return (
    <bdi className="person-name" lang={lang}>
      <Written>{children}</Written>
    </bdi>
  )
}
