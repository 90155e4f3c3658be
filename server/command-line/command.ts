/** What a command is called, how it is used, and what it does with its words. */
export type Command = {
  readonly name: string
  /** The words behind the name, as the help shows them. */
  readonly usage: string
  /** One line for the help. */
  readonly summary: string
  /** Does the work and returns what belongs on standard output. May throw a `CommandProblem`. */
  readonly run: (words: readonly string[]) => Promise<string>
}

/** A command that was asked for wrongly: one sentence for standard error, and exit code 2. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem'
}
