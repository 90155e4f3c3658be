/** A district in which a service is offered, by its code of GB/T 2260. */
export type District = Readonly<{ code: string; name: string }>

/** The code without the pairs of noughts at its end: 620100 → 6201, which everything in Lanzhou begins with. */
export const stemOf = (code: string) => code.replace(/(?:00){1,2}$/u, '')

/** Six digits again. */
export const codeOf = (stem: string) => stem.padEnd(6, '0')

/** A division and everything that it lies in: 620102 → 62, 6201, 620102. */
export const withAbove = (code: string): string[] => {
  const stem = stemOf(code)
  return [2, 4, 6].filter((length) => length <= stem.length).map((length) => stem.slice(0, length))
}

const inUri = /^urn:gb-?t?-?2260:([1-9]\d{5})$/iu
const alone = /^[1-9]\d{5}$/u

/** The code that a service area of HSDS names, in its uri or as its whole extent; null where it names none. */
export function districtCodeIn({
  uri,
  extent,
}: Readonly<{ uri?: string | number; extent?: string | number }>): string | null {
  const [, code] = inUri.exec(String(uri ?? '').trim()) ?? []
  if (code !== undefined) return code
  const whole = String(extent ?? '').trim()
  return alone.test(whole) ? whole : null
}

/** How a service area says its code when it leaves. */
export const districtUri = (code: string) => `urn:gb-t-2260:${code}`
