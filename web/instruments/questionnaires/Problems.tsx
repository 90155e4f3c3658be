import type { DesignProblem } from '#contract/questionnaires/index.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Notice } from '#web/ui/index.ts'
import { problemWords } from './problem.words.ts'

/** What must be mended before anything is published, in words, with the question that is meant. */
export function Problems({ problems }: { problems: readonly DesignProblem[] }) {
  const t = useWords(problemWords)
  if (problems.length === 0) return null
  return (
    <Notice tone="warn" title={t('title')}>
      <ul>
        {problems.slice(0, 30).map(({ name, field, code, detail }) => (
          <li key={`${name} ${field} ${code} ${detail}`}>
            {name !== '' && <strong>{name}: </strong>}
            {t(code, { detail })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
