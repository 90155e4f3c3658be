import { readdirSync, readFileSync } from 'node:fs'

// What Linux counts processor time in, whatever the kernel's own clock is.
const ticksPerSecond = 100

type Fields = Readonly<{ parent: number; own: number; endedChildren: number }>

function fieldsOf(pid: number | string): Fields | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const at = (place: number) => fields[place] ?? 0
    return { parent: at(1), own: at(11) + at(12), endedChildren: at(13) + at(14) }
  } catch {
    return null
  }
}

const milliseconds = (ticks: number) => (ticks * 1000) / ticksPerSecond

/** Processor time that a process and everything it started have used, in milliseconds; null where there is no /proc. */
export function processorOf(pid: number): number | null {
  const own = fieldsOf(pid)
  if (!own) return null
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(fieldsOf)
    .filter((fields) => fields?.parent === pid)
  return milliseconds(children.reduce((sum, child) => sum + (child?.own ?? 0), own.own + own.endedChildren))
}
