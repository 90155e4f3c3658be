import type { InstrumentBand, InstrumentScore } from '#contract/instruments.ts'

export type CurvePoint = Readonly<{ day: string; value: number }>

const width = 640
const height = 240
const [left, right, top, bottom] = [40, 130, 24, 30]

/** Where the points of a series lie on paper: time to the right as it passed, the score upwards, its bands behind. */
export function curveOf(points: readonly CurvePoint[], { bands }: Pick<InstrumentScore, 'bands'>) {
  const days = points.map(({ day }) => Date.parse(day))
  const first = Math.min(...days)
  const last = Math.max(...days)
  const values = [...points.map(({ value }) => value), ...bands.flatMap(({ from, to }) => [from, to])]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const xOf = (day: string) =>
    last === first ? width / 2 : left + ((Date.parse(day) - first) / (last - first)) * (width - left - right)
  const yOf = (value: number) =>
    most === least
      ? height / 2
      : height - bottom - ((value - least) / (most - least)) * (height - top - bottom)
  const marks = points.map(({ day, value }) => ({ day, value, x: round(xOf(day)), y: round(yOf(value)) }))
  return {
    width,
    height,
    marks,
    line: marks.map(({ x, y }) => `${x},${y}`).join(' '),
    bands: bands.map(({ id, from, to, words }: InstrumentBand) => ({
      id,
      words,
      y: round(yOf(to)),
      height: Math.max(1, round(yOf(from) - yOf(to))),
    })),
  }
}

const round = (value: number) => Math.round(value * 10) / 10
