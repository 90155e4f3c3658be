import { useSuspenseQuery } from '@tanstack/react-query'
import type { Instrument, InstrumentScore } from '#contract/instruments.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Section, VisuallyHidden } from '#web/ui/index.ts'
import { type CurvePoint, curveOf } from './curve.ts'
import { seriesQuery } from './scales.api.ts'
import { scaleWords } from './scales.words.ts'
import { inWords } from './wording.ts'

/** How the first score of an instrument moved, as a curve, and the same in words for whoever does not see it. */
export function Series({ caseId, instrument }: { caseId: string; instrument: Instrument }) {
  const t = useWords(scaleWords)
  const { language } = useLanguage()
  const { rows } = useSuspenseQuery(seriesQuery(caseId, instrument.id)).data
  const [score] = instrument.scores
  if (!score) return null
  const points = rows
    .toReversed()
    .filter(({ instrumentVersion }) => instrumentVersion === instrument.version)
    .flatMap(({ answeredOn, scores }) => {
      const value = scores.find(({ id }) => id === score.id)?.value ?? null
      return value === null ? [] : [{ day: answeredOn, value }]
    })
  if (points.length < 2) return null
  return (
    <Section title={t('series', { title: inWords(instrument.titles, language) })}>
      <Curve points={points} score={score} />
    </Section>
  )
}

function Curve({ points, score }: { points: readonly CurvePoint[]; score: InstrumentScore }) {
  const t = useWords(scaleWords)
  const formats = useFormats()
  const { language } = useLanguage()
  const { width, height, marks, line, bands } = curveOf(points, score)
  return (
    <>
      <svg className="scale-curve" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {bands.map(({ id, y, height: tall, words }) => (
          <g key={id} className="scale-curve-band">
            <rect x="40" y={y} width={width - 50} height={tall} />
            <text x={width - 14} y={y + tall / 2 + 4} textAnchor="end">
              {inWords(words, language)}
            </text>
          </g>
        ))}
        <polyline points={line} />
        {marks.map(({ x, y, value, day }) => (
          <g key={`${day} ${x}`}>
            <circle cx={x} cy={y} r="4" />
            <text x={x} y={y - 9} textAnchor="middle">
              {value}
            </text>
            <text x={x} y={height - 6} textAnchor="middle" className="scale-curve-day">
              {day.slice(5)}
            </text>
          </g>
        ))}
      </svg>
      <VisuallyHidden>
        {points.map(({ day, value }) => t('seriesText', { date: formats.date(day), value })).join('; ')}
      </VisuallyHidden>
    </>
  )
}
