import type { ReactNode } from 'react'
import type { PlainSheet } from '#contract/client-links.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { PersonName, Written } from '#web/ui/index.ts'
import { clientViewWords } from './client-view.words.ts'
import { type Answering, LineAnswered } from './LineAnswered.tsx'

type PlainProps = { clientName: string; sheet: PlainSheet; answering?: Answering | undefined }

/** What the client needs to judge it: own words, strengths, problems, needs, our understanding. No codes, no theory. */
export function PlainAssessment({ clientName, sheet, answering }: PlainProps) {
  const t = useWords(clientViewWords)
  return (
    <article className="plain-assessment">
      <h2>{t('sheetTitle')}</h2>
      <p>
        <PersonName>{clientName}</PersonName>
      </p>
      <Part title={t('plainWords')} text={sheet.plainWords} />
      <Line title={t('youSaid')} line="presenting" text={sheet.presenting} answering={answering} />
      {sheet.strengths.length > 0 && (
        <Part title={t('strengths')}>
          <ul>
            {sheet.strengths.map(({ id, description }) => (
              <li key={id}>
                <p dir="auto">
                  <Written>{description}</Written>
                </p>
                <LineAnswered line={`strengths.${id}`} answering={answering} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <PlainProblems sheet={sheet} answering={answering} />
      <PlainNeeds sheet={sheet} answering={answering} />
      <Line title={t('summary')} line="summary" text={sheet.summary} answering={answering} />
      <Line title={t('suggestion')} line="suggestion" text={sheet.suggestion} answering={answering} />
      {!answering && <p className="plain-question">{t('ask')}</p>}
      <p className="plain-hand" aria-hidden="true">
        <span>{t('handHere')}</span>
        <span>{t('dateHere')}</span>
      </p>
    </article>
  )
}

function Part({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  if (text === '') return null
  return (
    <section>
      <h3>{title}</h3>
      {text && (
        <p dir="auto">
          <Written>{text}</Written>
        </p>
      )}
      {children}
    </section>
  )
}

type LineProps = { title: string; line: string; text: string; answering: Answering | undefined }

/** A part that is one line: it is answered as a whole. */
function Line({ title, line, text, answering }: LineProps) {
  if (text.trim() === '') return null
  return (
    <Part title={title} text={text}>
      <LineAnswered line={line} answering={answering} />
    </Part>
  )
}

type ListProps = { sheet: PlainSheet; answering: Answering | undefined }

function PlainProblems({ sheet, answering }: ListProps) {
  const t = useWords(clientViewWords)
  if (sheet.problems.length === 0) return null
  return (
    <Part title={t('problems')}>
      <ol>
        {sheet.problems.map(({ id, description, cause, since }) => (
          <li key={id}>
            <p dir="auto">{description}</p>
            {since && <p className="plain-aside">{t('since', { since })}</p>}
            {cause && <p className="plain-aside">{`${t('cause')} ${cause}`}</p>}
            <LineAnswered line={`problems.${id}`} answering={answering} />
          </li>
        ))}
      </ol>
    </Part>
  )
}

function PlainNeeds({ sheet, answering }: ListProps) {
  const t = useWords(clientViewWords)
  if (sheet.needs.length === 0) return null
  return (
    <Part title={t('needs')}>
      <ol>
        {sheet.needs.map(({ id, description, clientWords }) => (
          <li key={id}>
            <p dir="auto">{description}</p>
            {clientWords && <p className="plain-aside">{`${t('inYourWords')} ${clientWords}`}</p>}
            <LineAnswered line={`needs.${id}`} answering={answering} />
          </li>
        ))}
      </ol>
    </Part>
  )
}
