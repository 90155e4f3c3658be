// Where tests lay what they throw away.
import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs'

const memory = '/dev/shm'
const gigabyte = 1024 ** 3

/** Room that must be free there, and memory that must be available at all: several times what a whole run was seen to use. */
const leastRoom = 3 * gigabyte
const leastMemory = 6 * gigabyte

/**
 * Lets temporary files of this process and of all that it starts lie in memory, where the machine has enough of it: a run makes
 * a thousand databases, and a disk would still be writing them when they are gone. Whoever set TMPDIR is obeyed.
 */
export function throwAwayInMemory() {
  if (process.env['TMPDIR'] === undefined && hasRoom()) process.env['TMPDIR'] = memory
}

function hasRoom() {
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    const available = /^MemAvailable: +(?<kilobytes>\d+) kB$/mu.exec(readFileSync('/proc/meminfo', 'utf8'))
    const memoryLeft = Math.min(Number(available?.groups?.['kilobytes']) * 1024, leftInContainer())
    return bavail * bsize >= leastRoom && memoryLeft >= leastMemory
  } catch {
    return false
  }
}

/** What a container may still use, which the machine's own count does not say (cgroup v2); without a limit, everything. */
function leftInContainer() {
  const folder = '/sys/fs/cgroup'
  if (!existsSync(`${folder}/memory.max`)) return Infinity
  const [most, used] = ['memory.max', 'memory.current'].map((name) =>
    Number(readFileSync(`${folder}/${name}`, 'utf8')),
  )
  return Number.isNaN(most) ? Infinity : most - used
}
