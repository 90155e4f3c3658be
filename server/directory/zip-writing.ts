import { crc32, deflateRawSync } from 'node:zlib'

/** One file to be put into an archive. */
export type Packed = Readonly<{ name: string; bytes: Buffer }>

const utf8Names = 0x0800
const deflated = 8
// The first day an archive can say; what is packed has no other.
const day = 0x0021

/** A zip archive of a few files, whole in memory (APPNOTE.TXT 4.3). */
export function zipOf(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const nameBytes = Buffer.from(name)
    const content = deflateRawSync(bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(utf8Names, 2)
    shared.writeUInt16LE(deflated, 4)
    shared.writeUInt16LE(day, 8)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(content.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(nameBytes.length, 22)
    parts.push(signed(0x04034b50), shared, nameBytes, content)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    entries.push(signed(0x02014b50), Buffer.from([20, 0]), shared, place, nameBytes)
    offset += 30 + nameBytes.length + content.length
  }
  const central = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, signed(0x06054b50), end])
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}
