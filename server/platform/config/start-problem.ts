/**
 * A reason not to start that the operator can act on. Its message is one clear sentence; whoever
 * started the program sees that sentence and no stack trace.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}
