/** Ends the task, so that the browser can draw and answer a finger before the next one. */
export const pause = () => new Promise<void>((later) => setTimeout(later))
