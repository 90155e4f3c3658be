import {
  commandLineOf,
  identify,
  isSameProcess,
  parentOf,
  type ProcessIdentity,
} from '#server/platform/database/cluster/processes.ts'

const glanceMilliseconds = 500

/**
 * Calls `stop` when the npm that started us is gone. Killed by force it could not tell us, and a server left
 * behind would keep the port and the data folder from the next start. Does nothing when npm did not start us.
 */
export function stopWithLauncher(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const launchers = findLaunchers()
  const glance = setInterval(() => {
    if (launchers.every(isSameProcess)) return
    clearInterval(glance)
    stop()
  }, glanceMilliseconds)
  glance.unref()
}

/** Our parent, and where that is the shell npm puts in between, npm itself. */
function findLaunchers(): readonly ProcessIdentity[] {
  const parent = process.ppid
  const isShell = /^\S*sh (-\S+ )*-c /.test(commandLineOf(parent))
  const grandparent = isShell ? parentOf(parent) : null
  return [parent, ...(grandparent === null ? [] : [grandparent])].map((pid) => identify(pid))
}
