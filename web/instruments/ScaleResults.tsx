import { alertDecision, informant, scaleWay } from '#contract/codes/index.ts'
import type { Instrument, InstrumentBand } from '#contract/instruments.ts'
import type { ScaleView, ScoreView } from '#contract/scales.ts'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, type Tone, Written } from '#web/ui/index.ts'
import { scaleWords } from './scales.words.ts'
import { inWords } from './wording.ts'

type ResultsProps = { rows: readonly ScaleView[]; instruments: readonly Instrument[] }

/** What was answered and came out, newest first: each score with its band and what changed since the last time. */
export function ScaleResults({ rows, instruments }: ResultsProps) {
  return (
    <ul className="scale-results">
      {rows.map((scale) => (
        <li key={scale.id}>
          <Result scale={scale} instrument={instruments.find(({ id }) => id === scale.instrument)} />
        </li>
      ))}
    </ul>
  )
}

function Result({ scale, instrument }: { scale: ScaleView; instrument: Instrument | undefined }) {
  const t = useWords(scaleWords)
  const label = useLabel()
  const formats = useFormats()
  const { language } = useLanguage()
  const { decided } = scale
  const said = [...scale.emergencies, ...scale.remarks].flatMap(
    (alert) => instrument?.alerts.find(({ id }) => id === alert) ?? [],
  )
  return (
    <article>
      <h3>
        {instrument ? inWords(instrument.titles, language) : scale.instrument}{' '}
        <time dateTime={scale.answeredOn}>{formats.date(scale.answeredOn)}</time>
      </h3>
      {scale.masked && <p>{t('masked')}</p>}
      <dl className="scale-scores">
        {scale.scores.map((score) => (
          <Score key={score.id} score={score} instrument={instrument} />
        ))}
      </dl>
      {said.length > 0 && (
        <ul className="scale-remarks" aria-label={t('remarks')}>
          {said.map(({ id, kind, words }) => (
            <li key={id}>
              <Badge tone={kind === 'emergency' ? 'danger' : 'warn'}>{inWords(words, language)}</Badge>
            </li>
          ))}
        </ul>
      )}
      {decided && (
        <>
          <p>
            {t('decided', {
              name: decided.by.name,
              moment: formats.moment(decided.at),
              decision: label(alertDecision, decided.decision),
            })}
          </p>
          <Written>{decided.note}</Written>
        </>
      )}
      <p className="scale-by">
        {t('by', {
          name: scale.recordedBy.name,
          informant: label(informant, scale.informant),
          way: label(scaleWay, scale.way),
        })}{' '}
        {scale.enteredLater && (
          <Badge tone="warn">
            {t('later', {
              filled: formats.date(scale.answeredOn),
              entered: formats.date(scale.recordedAt.slice(0, 10)),
            })}
          </Badge>
        )}
      </p>
    </article>
  )
}

const tones: Readonly<Record<InstrumentBand['weight'], Tone | 'done'>> = {
  none: 'done',
  some: 'warn',
  much: 'danger',
}

function Score({ score, instrument }: { score: ScoreView; instrument: Instrument | undefined }) {
  const t = useWords(scaleWords)
  const { language } = useLanguage()
  const rule = instrument?.scores.find(({ id }) => id === score.id)
  const band = rule?.bands.find(({ id }) => id === score.band)
  return (
    <div>
      <dt>{rule ? inWords(rule.words, language) : score.id}</dt>
      <dd>
        {score.value === null ? (
          t('notScored', { answered: score.answered, of: score.of })
        ) : (
          <strong>{score.value}</strong>
        )}{' '}
        {band && <Badge tone={tones[band.weight]}>{inWords(band.words, language)}</Badge>}{' '}
        {score.prorated && <small>{t('prorated')}</small>} <Changed score={score} />
      </dd>
    </div>
  )
}

function Changed({ score: { change } }: { score: ScoreView }) {
  const t = useWords(scaleWords)
  if (!change) return null
  const by = change.by > 0 ? `+${change.by}` : String(change.by)
  const meaning = { better: t('better'), worse: t('worse'), none: t('noChange'), unknown: '' }[change.meaning]
  return (
    <small>
      {t('change', { by })}
      {meaning !== '' && `, ${meaning}`}
    </small>
  )
}
