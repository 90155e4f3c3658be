import type { ReactNode } from 'react'
import type { AssessmentSheet, AssessmentView } from '#contract/case/assessment.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { PersonName } from '#web/ui/index.ts'
import { clientViewWords } from './client-view.words.ts'

/** What the client needs to judge it: own words, strengths, problems, needs, our understanding. No codes, no theory. */
export function PlainAssessment({ view }: { view: AssessmentView }) {
  const t = useWords(clientViewWords)
  const { sheet } = view
  return (
    <article className="plain-assessment">
      <h2>{t('sheetTitle')}</h2>
      <p>
        <PersonName>{view.case.client.name}</PersonName>
      </p>
      <Part title={t('youSaid')} text={sheet.presenting} />
      {sheet.strengths.length > 0 && (
        <Part title={t('strengths')}>
          <ul>
            {sheet.strengths.map(({ id, description }) => (
              <li key={id} dir="auto">
                {description}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <PlainProblems sheet={sheet} />
      <PlainNeeds sheet={sheet} />
      <Part title={t('summary')} text={sheet.summary} />
      <Part title={t('suggestion')} text={sheet.suggestion} />
      <p className="plain-question">{t('ask')}</p>
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
      {text && <p dir="auto">{text}</p>}
      {children}
    </section>
  )
}

function PlainProblems({ sheet }: { sheet: AssessmentSheet }) {
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
          </li>
        ))}
      </ol>
    </Part>
  )
}

function PlainNeeds({ sheet }: { sheet: AssessmentSheet }) {
  const t = useWords(clientViewWords)
  if (sheet.needs.length === 0) return null
  return (
    <Part title={t('needs')}>
      <ol>
        {sheet.needs.map(({ id, description, clientWords }) => (
          <li key={id}>
            <p dir="auto">{description}</p>
            {clientWords && <p className="plain-aside">{`${t('inYourWords')} ${clientWords}`}</p>}
          </li>
        ))}
      </ol>
    </Part>
  )
}
