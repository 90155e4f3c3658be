import { useEffect, useRef, type ReactNode } from 'react'
import { UiLink, useUiWords } from './UiContext.tsx'
import { Written } from './Written.tsx'

type PageProps = {
  title: string
  /** Title of the browser tab, when `title` names a person and should not be kept in the browser's history. */
  tabTitle?: string
  lead?: ReactNode
  back?: { to: string; label: string } | undefined
  /** Buttons beside the title. */
  actions?: ReactNode
  /** The one next step: beside the title on a wide screen, under the thumb on a phone. */
  nextStep?: ReactNode
  /** Second column on a wide screen, below the record on a phone: what helps to write it. */
  aside?: ReactNode
  /** On a phone the second column stands before the record instead. */
  asideFirst?: boolean
  children: ReactNode
}

let pagesShown = 0

/** One screen: back link, title, lead, actions, the record, and what helps to write it. */
export function Page(props: PageProps) {
  const words = useUiWords()
  const aside = props.aside && (
    <aside className="page-aside" aria-label={words.helpBeside}>
      {props.aside}
    </aside>
  )
  return (
    <article className="page" data-aside={props.aside ? true : undefined}>
      <title>{`${props.tabTitle ?? props.title} · ${words.productName}`}</title>
      <header className="page-head">
        {props.back && <BackLink {...props.back} />}
        <PageTitle>{props.title}</PageTitle>
        {props.lead && <div className="page-lead">{props.lead}</div>}
        {props.actions && <div className="page-actions">{props.actions}</div>}
      </header>
      {props.nextStep && <div className="page-next">{props.nextStep}</div>}
      {props.asideFirst && aside}
      <div className="page-main">{props.children}</div>
      {!props.asideFirst && aside}
    </article>
  )
}

/** The page's heading. Takes the focus when a page replaces another, so that a screen reader begins there. */
function PageTitle({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (pagesShown++ > 0) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} dir="auto">
      <Written>{children}</Written>
    </h1>
  )
}

function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <p className="page-back">
      <UiLink to={to}>
        <span aria-hidden="true">← </span>
        {label}
      </UiLink>
    </p>
  )
}

/** A part of a page under its own heading. `actions` stand beside the heading. */
export function Section(props: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  id?: string
  children: ReactNode
}) {
  return (
    <section className="section" id={props.id}>
      <div className="section-head">
        <h2>{props.title}</h2>
        {props.actions && <div className="page-actions">{props.actions}</div>}
      </div>
      {props.lead && <p className="section-lead">{props.lead}</p>}
      {props.children}
    </section>
  )
}

/** A quiet box for the second column: help, history, what others wrote. */
export function SidePanel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="side-panel">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
