// Notices that the npm which started a tool is gone. Killed by force it cannot say so.
import { readFileSync } from 'node:fs'

/** Calls `stop` once when the launcher of this process is gone. Does not keep the process alive by itself. */
export function stopWithLauncher(stop) {
  const parent = process.ppid
  // npm may put a shell in between, which outlives it.
  const grandparent = isShell(parent) ? parentOf(parent) : null
  const glance = setInterval(() => {
    if (process.ppid === parent && (grandparent === null || parentOf(parent) === grandparent)) return
    clearInterval(glance)
    stop()
  }, 500)
  glance.unref()
}

function isShell(pid) {
  return /^\S*sh\0(-\S+\0)*-c\0/.test(readProc(pid, 'cmdline'))
}

function parentOf(pid) {
  const stat = readProc(pid, 'stat')
  return stat === '' ? null : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

/** Empty where there is no /proc; then only the parent itself is watched. */
function readProc(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
