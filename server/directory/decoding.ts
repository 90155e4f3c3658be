/** How the bytes of a file were written: in UTF-8, or as an office program of some country saves them. */
export type Writing = 'utf-8' | 'utf-16' | 'gb18030' | 'windows-1251' | 'windows-1252'

/** The text of a file, and as what it was read; whoever brings another one than UTF-8 is told so, since it is a guess. */
export function decoded(bytes: Buffer): Readonly<{ text: string; writing: Writing }> {
  const marked = markOf(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), writing: 'utf-16' }
  const text = strictly('utf-8', bytes)
  if (text !== null) return { text, writing: 'utf-8' }
  const writing = guessed(bytes)
  return { text: new TextDecoder(writing).decode(bytes), writing }
}

/** Excel’s “Unicode text” begins with a mark of its own. */
function markOf(bytes: Buffer) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function strictly(writing: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(writing, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Up to how many of the runs may be of odd length in Chinese: a few rare signs end in an ASCII byte. */
const oddInChinese = 0.2
/** How long the runs of a Cyrillic text are at least, on average; accents of Latin stand alone among ASCII letters. */
const runInCyrillic = 2

/**
 * Chinese is written in pairs of bytes above ASCII, Cyrillic in words of any length, Latin in single letters:
 * the runs of such bytes tell them apart.
 */
function guessed(bytes: Buffer): 'gb18030' | 'windows-1251' | 'windows-1252' {
  const { runs, odd, high } = runsIn(bytes)
  if (odd <= runs * oddInChinese && strictly('gb18030', bytes) !== null) return 'gb18030'
  return high >= runs * runInCyrillic ? 'windows-1251' : 'windows-1252'
}

function runsIn(bytes: Buffer) {
  let [runs, odd, high, run] = [0, 0, 0, 0]
  const end = () => {
    if (run === 0) return
    runs += 1
    odd += run % 2
    high += run
    run = 0
  }
  for (const byte of bytes) {
    if (byte >= 0x80) run += 1
    else end()
  }
  end()
  return { runs, odd, high }
}
