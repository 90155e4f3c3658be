import '../scales.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Instrument } from '#contract/instruments.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Badge, FileChoice, Notice, Page } from '#web/ui/index.ts'
import { instrumentsQuery, loadInstrument } from '../scales.api.ts'
import { ScaleSource } from '../ScaleSource.tsx'
import { inWords } from '../wording.ts'
import { loadedWords } from './loaded.words.ts'
import { type ReadingProblem, readInstrument } from './reading.ts'

/** Every scale with its licence and source; loading one under the agency's own licence is a supervisor's or the head's. */
export function InstrumentsPage() {
  const t = useWords(loadedWords)
  const { data } = useSuspenseQuery(instrumentsQuery)
  return (
    <Page title={t('title')} lead={<p>{t('lead')}</p>}>
      {data.abilities.load === 'yes' && <Load />}
      <ul className="scale-results">
        {data.instruments.map((instrument) => (
          <li key={instrument.id}>
            <One instrument={instrument} own={data.loaded.includes(instrument.id)} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

function One({ instrument, own }: { instrument: Instrument; own: boolean }) {
  const t = useWords(loadedWords)
  const { language } = useLanguage()
  const { titles, purpose, version, items, ages } = instrument
  return (
    <article>
      <h2 className="questionnaire-line">
        {inWords(titles, language)} {own && <Badge>{t('own')}</Badge>}
      </h2>
      <p>{inWords(purpose, language)}</p>
      <p className="scale-by">
        {t('version', { version })} · {t('items', { count: items.length })}
        {ages && ` · ${t('ages', ages)}`}
      </p>
      <ScaleSource instrument={instrument} language={language} />
    </article>
  )
}

function Load() {
  const t = useWords(loadedWords)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const [problems, tell] = useState<readonly ReadingProblem[]>([])
  const loading = useMutation({
    mutationFn: async (file: File) => {
      const { instrument, problems: found } = readInstrument(await file.text())
      tell(found)
      if (!instrument) return null
      await loadInstrument(instrument)
      await queries.invalidateQueries({ queryKey: instrumentsQuery.queryKey })
      return inWords(instrument.titles, language)
    },
  })
  return (
    <>
      <FileChoice
        label={loading.isPending ? t('loading') : t('load')}
        hint={t('loadLead')}
        accept=".json,application/json"
        busy={loading.isPending}
        onFile={loading.mutate}
      />
      <RefusalNote error={loading.error} />
      {loading.data && (
        <Notice>
          <p>{t('loaded', { title: loading.data })}</p>
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice tone="warn" title={t('problems')}>
          <ul>
            {problems.slice(0, 30).map(({ code, place, detail }) => (
              <li key={`${place} ${code} ${detail}`}>
                {place !== '' && t('at', { place })}
                {t(code, { detail })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
