import type { Language } from '#contract/language.ts'
import { domainWords, ecomapWords, flowWords, strengthWords } from './ecomap.words.ts'
import type { Ecomap } from './model.ts'

/** What an ecomap shows, in words: a heading and a line for each link, and for each system that has none. */
export type EcomapTold = readonly Readonly<{ heading: string; lines: readonly string[] }>[]

export function tellEcomap({ centre, systems, links }: Ecomap, language: Language): EcomapTold {
  const lines = systems.flatMap((system) => {
    const named = `${system.name} (${domainWords[system.domain][language]})`
    const own = links.filter((link) => link.system === system.id)
    if (own.length === 0) return [named]
    return own.map((link) => {
      const member = centre.members.find(({ id }) => id === link.member)
      return [
        `${member ? `${member.name} – ` : ''}${named}: ${strengthWords[link.strength][language]}`,
        ...(link.stress > 0 ? [`${ecomapWords.stressful[language]} ${link.stress}/3`] : []),
        ...(link.flow === 'none' ? [] : [flowWords[link.flow][language]]),
        ...(link.since === null ? [] : [`${ecomapWords.since[language]} ${link.since}`]),
        ...(link.note === '' ? [] : [link.note]),
      ].join(', ')
    })
  })
  return lines.length === 0 ? [] : [{ heading: ecomapWords.links[language], lines }]
}
