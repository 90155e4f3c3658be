import { inflateRawSync } from 'node:zlib'

/** The parts of a Word file by name, unpacked: nothing hides in compression. */
export function wordParts(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const size = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + size)
    const content = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed
    parts.set(zip.toString('utf8', at + 46, at + 46 + nameLength), content.toString('utf8'))
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}

const escapes: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** What a Word part says, its text runs in order, unescaped. */
export const wordText = (xml: string) =>
  Array.from(xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu), ([, text = '']) =>
    text.replaceAll(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => escapes[name] ?? ''),
  )

/** Whether every element of an XML text is closed where it should be. */
export function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, closing, name = '', alone] of xml.matchAll(/<(\/?)([\w:.-]+)(?:\s[^<>]*?)?(\/?)>/gu)) {
    if (closing && open.pop() !== name) return false
    if (!closing && !alone) open.push(name)
  }
  return open.length === 0
}
