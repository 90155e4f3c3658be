import { isAlive, readNote } from './postmaster.ts'

/** A watch over a server: `end` returns when nothing will be relaunched any more. */
export type Watch = { readonly end: () => Promise<void> }

const glanceMilliseconds = 1_000

/**
 * Relaunches the server of a data folder when it is gone without our doing, so that the app survives it.
 * The watch does not keep the process alive by itself.
 */
export function watchOver(dataFolder: string, relaunch: () => Promise<void>): Watch {
  let underWay: Promise<void> | null = null
  const glance = setInterval(() => {
    const note = readNote(dataFolder)
    if (underWay !== null || (note !== null && isAlive(note, dataFolder))) return
    // A failed attempt has said why; the next glance tries again.
    underWay = relaunch()
      .catch(() => undefined)
      .finally(() => (underWay = null))
  }, glanceMilliseconds)
  glance.unref()
  return {
    end: async () => {
      clearInterval(glance)
      await underWay
    },
  }
}
