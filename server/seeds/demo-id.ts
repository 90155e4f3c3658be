import { createHash } from 'node:crypto'

/** The id of something in the demo: always the same for the same words, so that telling a story again names the same things. */
export function demoId(...words: readonly string[]): string {
  const hex = createHash('sha256')
    .update(`alongside demo: ${words.join(' / ')}`)
    .digest('hex')
  // The shape of a version 8 UUID (RFC 9562), whose bits are its maker's own.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
