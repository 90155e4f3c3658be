import { StartProblem } from '#server/platform/config/start-problem.ts'

/** What must be undone before the process ends, in the reverse order of its making. */
export type Ending = {
  /**
   * Adds a step to undo. When the end has come meanwhile, it is undone at once and the start goes no further.
   * @throws StartProblem then
   */
  readonly onEnd: (undo: () => Promise<void>) => Promise<void>
  /** Undoes all steps, once, however often it is asked. One that fails does not keep the others from their turn. */
  readonly end: () => Promise<void>
  readonly hasBegun: () => boolean
}

/** An ending with nothing to undo yet. `complain` is told of steps that fail. */
export function makeEnding(complain: (problem: unknown) => void): Ending {
  const steps: (() => Promise<void>)[] = []
  let ended: Promise<void> | null = null
  const undoAll = async (): Promise<void> => {
    for (let undo = steps.pop(); undo; undo = steps.pop()) await undo().catch(complain)
  }
  return {
    onEnd: async (undo) => {
      steps.push(undo)
      if (ended === null) return
      await undoAll()
      throw new StartProblem('Stopped while starting.')
    },
    end: () => (ended ??= undoAll()),
    hasBegun: () => ended !== null,
  }
}
