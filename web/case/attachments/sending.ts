/** One chosen file and how far it is. A refused one stays with what was typed and why. */
export type Chosen = Readonly<{
  key: string
  idempotencyKey: string
  file: File
  title: string
  state: 'waiting' | 'sending' | 'failed'
  sent: number
  error: unknown
}>

export type Sent =
  | Readonly<{ do: 'choose'; files: readonly File[]; newKey: () => string }>
  | Readonly<{ do: 'name'; key: string; title: string }>
  | Readonly<{ do: 'begin'; key: string }>
  | Readonly<{ do: 'progress'; key: string; sent: number }>
  | Readonly<{ do: 'fail'; key: string; error: unknown; newKey: () => string }>
  | Readonly<{ do: 'stop'; key: string }>
  | Readonly<{ do: 'drop'; key: string }>

const longestTitle = 200

/** What a file is called to begin with: its name without the ending. */
export const firstTitle = (name: string) =>
  Array.from(name.replace(/\.[^.]{1,12}$/u, '') || name)
    .slice(0, longestTitle)
    .join('')

/** The files that are being added, after one more thing happened. */
export function afterwards(chosen: readonly Chosen[], sent: Sent): readonly Chosen[] {
  if (sent.do === 'choose') return [...chosen, ...sent.files.map((file) => begun(file, sent.newKey))]
  if (sent.do === 'drop') return chosen.filter(({ key }) => key !== sent.key)
  return chosen.map((one) => (one.key === sent.key ? changed(one, sent) : one))
}

const begun = (file: File, newKey: () => string): Chosen => ({
  key: newKey(),
  idempotencyKey: newKey(),
  file,
  title: firstTitle(file.name),
  state: 'waiting',
  sent: 0,
  error: null,
})

function changed(one: Chosen, sent: Exclude<Sent, { do: 'choose' | 'drop' }>): Chosen {
  switch (sent.do) {
    case 'name':
      return { ...one, title: sent.title }
    case 'begin':
      return { ...one, state: 'sending', sent: 0, error: null }
    case 'progress':
      return { ...one, sent: sent.sent }
    case 'stop':
      return { ...one, state: 'waiting', sent: 0 }
    default:
      // A refusal was answered: what is sent next is another request, with what was mended.
      return { ...one, state: 'failed', error: sent.error, idempotencyKey: sent.newKey() }
  }
}
