import type { Language } from '#contract/language.ts'
import type { LegendItem } from '../legend.ts'
import { element, type Ink, textAt } from '../svg.ts'
import { domainLetters, domainWords, ecomapWords, flowWords, strengthWords } from './ecomap.words.ts'
import { linkLine } from './links.ts'
import { domains, type Ecomap, flows, strengths } from './model.ts'

/** The legend of exactly the lines, heads and domains that stand on an ecomap. */
export function ecomapLegend({ systems, links }: Ecomap, language: Language, ink: Ink): LegendItem[] {
  const sample =
    (link: Parameters<typeof linkLine>[2]) =>
    ({ x, y }: Readonly<{ x: number; y: number }>) =>
      linkLine({ x: x - 26, y }, { x: x + 26, y }, link, ink)
  const plain = { strength: 'ordinary', stress: 0, flow: 'none' } as const
  return [
    ...strengths
      .filter((strength) => links.some((link) => link.strength === strength))
      .map((strength) => ({
        key: strength,
        words: strengthWords[strength][language],
        sample: sample({ ...plain, strength }),
      })),
    ...(links.some(({ stress }) => stress > 0)
      ? [
          {
            key: 'stressful',
            words: ecomapWords.stressful[language],
            sample: sample({ ...plain, stress: 2 }),
          },
        ]
      : []),
    ...flows
      .filter((flow) => flow !== 'none' && links.some((link) => link.flow === flow))
      .map((flow) => ({
        key: `flow-${flow}`,
        words: flowWords[flow][language],
        sample: sample({ ...plain, flow }),
      })),
    ...domains
      .filter((domain) => systems.some((system) => system.domain === domain))
      .map((domain) => ({
        key: domain,
        words: domainWords[domain][language],
        sample: ({ x, y }: Readonly<{ x: number; y: number }>) =>
          element('circle', { cx: x, cy: y, r: 12, fill: ink.paper, stroke: ink.line, 'stroke-width': 1.5 }) +
          textAt(x, y + 3.5, domainLetters[domain][language], ink, { size: 10, weight: 'bold' }),
      })),
  ]
}
