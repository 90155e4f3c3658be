import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process as the operating system knows it: a number alone may be reused, with its birth it is not. */
export type ProcessIdentity = { readonly pid: number; readonly born: string }

type Status = { readonly state: string; readonly parent: number; readonly born: string }

/** True when the process exists and still runs. A zombie (dead, not yet collected by its parent) does not. */
export function isRunning(pid: number): boolean {
  const status = readStatus(pid)
  return status !== null && !status.state.startsWith('Z')
}

/** True when exactly this process still runs, not a later one that was given the same number. */
export function isSameProcess(identity: ProcessIdentity): boolean {
  return isRunning(identity.pid) && readStatus(identity.pid)?.born === identity.born
}

/** The identity of a running process; of this one when no number is given. */
export function identify(pid: number = process.pid): ProcessIdentity {
  return { pid, born: readStatus(pid)?.born ?? '' }
}

/** The number of the process that started this one; null when there is no such process. */
export function parentOf(pid: number): number | null {
  return readStatus(pid)?.parent ?? null
}

/** The command line of a process with its words apart by spaces; empty when it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** Linux tells through /proc, which needs no program; elsewhere `ps` is part of the system. */
function readStatus(pid: number): Status | null {
  try {
    return process.platform === 'linux' ? readProc(pid) : readPs(pid)
  } catch {
    return null
  }
}

function readProc(pid: number): Status {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The program's name stands in parentheses and may hold spaces; count the fields behind it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', parent: Number(fields[1]), born: fields[19] ?? '' }
}

function readPs(pid: number): Status | null {
  const line = execFileSync('ps', ['-o', 'state=,ppid=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
  }).trim()
  const [state = '', parent, ...born] = line.split(/\s+/)
  return line === '' ? null : { state, parent: Number(parent), born: born.join(' ') }
}
