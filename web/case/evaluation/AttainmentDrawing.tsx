import type { Attainment } from '#contract/case/evaluation.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Facts } from '#web/ui/index.ts'
import { evaluationWords } from './evaluation.words.ts'

// The score never leaves 13.5 … 86.5; the line is drawn from 10 to 90, four units to a point.
const lowest = 10
const placeOf = (t: number) => (t - lowest) * 4 + 20
const marks = [30, 40, 50, 60, 70]
const height = 34

/** Where the goals stood and where they stand: drawn on one line, and said in words beneath. */
export function AttainmentDrawing({ attainment }: { attainment: Attainment }) {
  const t = useWords(evaluationWords)
  const formats = useFormats()
  const { t: now, baseline, clientT, change, rated, set } = attainment
  const say = (score: number) => formats.number(Math.round(score * 10) / 10)
  if (now === null || baseline === null) return <p className="field-hint">{t('noScore')}</p>
  return (
    <figure className="attainment">
      <p className="field-label">{t('scoreTitle')}</p>
      <svg
        viewBox="0 0 360 64"
        role="img"
        aria-label={t('drawing', { baseline: say(baseline), now: say(now) })}
      >
        <Axis expected={t('expected')} />
        <line className="attainment-way" x1={placeOf(baseline)} x2={placeOf(now)} y1={height} y2={height} />
        <circle className="attainment-start" cx={placeOf(baseline)} cy={height} r="5" />
        <circle className="attainment-now" cx={placeOf(now)} cy={height} r="7" />
      </svg>
      <figcaption>
        <Facts
          facts={[
            { label: t('baseline'), value: `○ ${say(baseline)}` },
            { label: t('now'), value: <strong>{`● ${say(now)}`}</strong> },
            { label: t('change'), value: change === null ? null : `${change > 0 ? '+' : ''}${say(change)}` },
            { label: t('clientScore'), value: clientT === null ? null : say(clientT) },
          ]}
        />
        <p className="field-hint">
          {t('scoreHint')} {rated < set && t('partly', { rated, set })}
        </p>
      </figcaption>
    </figure>
  )
}

function Axis({ expected }: { expected: string }) {
  return (
    <>
      <line className="attainment-axis" x1="20" x2="340" y1={height} y2={height} />
      {marks.map((mark) => (
        <g key={mark}>
          <line
            className="attainment-axis"
            x1={placeOf(mark)}
            x2={placeOf(mark)}
            y1={height - 4}
            y2={height + 4}
          />
          <text x={placeOf(mark)} y={height + 20} textAnchor="middle">
            {mark}
          </text>
        </g>
      ))}
      <text x={placeOf(50)} y="14" textAnchor="middle">
        {expected}
      </text>
    </>
  )
}
