import './overview.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CaseView } from '#contract/case/overview.ts'
import { stage } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { BreakGlassBanner } from '#web/break-glass/BreakGlassBanner.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Page, Path, PersonName, todayHere } from '#web/ui/index.ts'
import { CaseAlerts } from './CaseAlerts.tsx'
import { caseFrameWords } from './case-frame.words.ts'
import { caseQuery } from './overview.api.ts'
import { roomOf } from './rooms.ts'

type CaseFrameProps = {
  caseId: string
  /** What this page is: “Service plan”. The person stands above it. */
  title: string
  lead?: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  /** The one next step: beside the title on a wide screen, under the thumb on a phone. */
  nextStep?: ReactNode
  /** Second column: what helps to write the record. */
  aside?: ReactNode
  /** On a phone the second column stands before the record: what is in it is used while one writes. */
  asideFirst?: boolean
  /** Where the way back leads; the case page unless said otherwise. */
  back?: { to: string; label: string }
  children: ReactNode
}

/** A page inside a case: whom it is about, where the case stands, and the way back. Every stage page is drawn in it. */
export function CaseFrame({ caseId, title, lead, back, children, ...page }: CaseFrameProps) {
  const t = useWords(caseFrameWords)
  const { data: caseView } = useSuspenseQuery(caseQuery(caseId))
  return (
    <Page
      {...page}
      title={title}
      back={back ?? { to: `/cases/${caseId}`, label: t('back', { number: caseView.number }) }}
      lead={
        <>
          <PersonLine caseView={caseView} />
          {lead}
        </>
      }
    >
      <BreakGlassBanner caseView={caseView} />
      <CasePath caseView={caseView} />
      {children}
    </Page>
  )
}

/** Name, age and case number in one line, and what must be known now. */
export function PersonLine({ caseView }: { caseView: CaseView }) {
  const formats = useFormats()
  const { client, number } = caseView
  return (
    <div className="case-person">
      <Link to={`/cases/${caseView.id}`}>
        <PersonName>{client.name}</PersonName>
      </Link>
      {client.birthDate && <span>{formats.age(client.birthDate)}</span>}
      <span className="case-number">{number}</span>
      <CaseAlerts alerts={caseView.alerts} />
    </div>
  )
}

/** The path of the case as one drawn line; stages behind and the present one lead to their pages. */
export function CasePath({ caseView }: { caseView: CaseView }) {
  const t = useWords(caseFrameWords)
  const label = useLabel()
  const formats = useFormats()
  const stages = caseView.stages.map((line) => ({
    key: line.stage,
    label: label(stage, line.stage),
    state: line.state,
    ...(line.enteredAt ? { note: formats.shortDate(todayHere(new Date(line.enteredAt))) } : {}),
    ...(line.state === 'ahead' ? {} : { to: roomOf(caseView.id, line.stage) }),
  }))
  return <Path label={t('path')} stages={stages} />
}
