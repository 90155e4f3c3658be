import { type Domain, domains, type Ecomap, formalDomains } from './model.ts'

/** What an ecomap comes to in numbers, for reports and for comparing one day with another. */
export type EcomapMeasures = Readonly<{
  links: number
  /** Shares of all links, 0 to 1; 0 where there is none. */
  strong: number
  stressful: number
  /** Links by which the client receives, less those by which the client gives; mutual ones count on both sides. */
  balance: number
  formal: number
  informal: number
  emptyDomains: readonly Domain[]
}>

/** The measures of an ecomap. A link that is only wished for, or broken, is counted, but is no strong one. */
export function measuresOf({ systems, links }: Pick<Ecomap, 'systems' | 'links'>): EcomapMeasures {
  const domainOf = new Map(systems.map(({ id, domain }) => [id, domain]))
  const share = (count: number) => (links.length === 0 ? 0 : count / links.length)
  const flowing = (way: 'in' | 'out') => links.filter(({ flow }) => flow === way || flow === 'both').length
  const formal = links.filter(({ system }) => formalDomains.has(domainOf.get(system) ?? 'community')).length
  return {
    links: links.length,
    strong: share(links.filter(({ strength }) => strength === 'strong').length),
    stressful: share(links.filter(({ stress }) => stress > 0).length),
    balance: flowing('in') - flowing('out'),
    formal,
    informal: links.length - formal,
    emptyDomains: domains.filter((domain) => !systems.some((system) => system.domain === domain)),
  }
}
