/** Beyond this the plain name is cut; the full one stands beside it. */
const plainLength = 100

/**
 * How a file is to be saved, and under which name (RFC 6266): a plain name for old programs, and the real one in UTF-8
 * beside it (RFC 8187). Nothing of a name gets into a header unencoded: no quote, no line break, no semicolon.
 */
export function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^\w .-]/gu, '_').slice(-plainLength)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`
}

const encoded = (name: string) =>
  encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
