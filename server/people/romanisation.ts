/**
 * What is left of a Latin word when the ways of romanising Cyrillic no longer matter: Yulia, Julia and Iuliia are one,
 * and so are Sergey, Sergei and Sergej. Coarse on purpose: it finds, the order of the list puts the exact ones first.
 */
export function romanSkeleton(word: string): string {
  const sounds = digraphs.reduce((left, [written, sound]) => left.replaceAll(written, sound), word)
  return sounds
    .replace(/[yj]/g, 'i')
    .replace(/i+(?=[aeou])|(?<=[aeou])i+/g, '')
    .replace(/(.)\1+/g, '$1')
}

// Longest first: shch is one sound, not sh and ch.
const digraphs = [
  ['shch', 's'],
  ['sch', 's'],
  ['sh', 's'],
  ['sc', 's'],
  ['zh', 'z'],
  ['kh', 'h'],
  ['ch', 'c'],
  ['ts', 'c'],
  ['tz', 'c'],
  ['ph', 'f'],
  ['th', 't'],
  ['ck', 'k'],
  ['x', 'ks'],
  ['q', 'k'],
  ['w', 'v'],
] as const
