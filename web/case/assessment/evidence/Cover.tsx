import type { EvidenceCover } from '#contract/case/evidence.ts'
import { type CodeList, evidenceField, perspective, systemLevel } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Notice, Section, VisuallyHidden } from '#web/ui/index.ts'
import { evidenceWords } from './evidence.words.ts'

/** A meter of the picture: from whom, on which levels and in which fields something is known; what is missing says so. */
export function Cover({ cover }: { cover: EvidenceCover }) {
  const t = useWords(evidenceWords)
  return (
    <Section title={t('cover')}>
      {cover.contradicted > 0 && (
        <Notice tone="warn" title={t('openContradictions', { count: cover.contradicted })} />
      )}
      <div className="evidence-cover">
        <Meter title={t('levels')} list={systemLevel} there={cover.levels} />
        <Meter title={t('perspectives')} list={perspective} there={cover.perspectives} />
        <Meter title={t('fields')} list={evidenceField} there={cover.fields} />
      </div>
    </Section>
  )
}

type MeterProps<Code extends string> = { title: string; list: CodeList<Code>; there: readonly Code[] }

function Meter<Code extends string>({ title, list, there }: MeterProps<Code>) {
  const t = useWords(evidenceWords)
  const label = useLabel()
  const covered = list.codes.filter((code) => there.includes(code))
  return (
    <div className="evidence-meter">
      <h3>
        {title} <small>{t('coverCount', { done: covered.length, all: list.codes.length })}</small>
      </h3>
      <meter min={0} max={list.codes.length} value={covered.length} aria-label={title} />
      <ul>
        {list.codes.map((code) => {
          const isThere = there.includes(code)
          return (
            <li key={code} data-there={isThere}>
              <span aria-hidden="true">{isThere ? '✓' : '–'}</span>
              {isThere ? label(list, code) : <s>{t('missingOne', { name: label(list, code) })}</s>}
              {isThere && <VisuallyHidden>{t('covered')}</VisuallyHidden>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
