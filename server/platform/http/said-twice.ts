import { z } from 'zod'

// What matters of JSON for finding names: strings (with the colon after a name), and where objects and lists begin, go on and end.
const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\],]/gu
const Name = z.string()

type Place = { names: Set<string> | null; here: string | number }

/**
 * The path of the first field that a JSON text says twice in one object, or null. The text was parsed before, so that it is
 * JSON; parsing keeps only the last of the two and says nothing.
 */
export function pathSaidTwice(text: string): string | null {
  const places: Place[] = []
  for (const [token, colon] of text.matchAll(tokens)) {
    const place = places.at(-1)
    if (token === '{') places.push({ names: new Set(), here: '' })
    else if (token === '[') places.push({ names: null, here: 0 })
    else if (token === '}' || token === ']') places.pop()
    else if (token === ',' && typeof place?.here === 'number') place.here += 1
    else if (colon !== undefined && place?.names) {
      const name = Name.parse(JSON.parse(token.slice(0, -colon.length)))
      place.here = name
      if (place.names.has(name)) return places.map(({ here }) => here).join('.')
      place.names.add(name)
    }
  }
  return null
}
