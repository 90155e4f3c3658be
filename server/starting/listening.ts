import { setTimeout as wait } from 'node:timers/promises'
import type { App } from '#server/app.ts'
import type { Config } from '#server/platform/config/config.ts'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import type { Ending } from './ending.ts'

const patienceMilliseconds = 10_000

/**
 * Opens the port and returns the address people type. Requests under way when the server is asked to
 * stop get ten seconds.
 * @throws StartProblem when the port is taken or not ours to open.
 */
export async function listen(app: App, { host, port }: Config, ending: Ending): Promise<string> {
  await ending.onEnd(() => Promise.race([app.close(), wait(patienceMilliseconds, undefined, { ref: false })]))
  try {
    return await app.listen({ host, port })
  } catch (problem) {
    throw explain(problem, host, port)
  }
}

function explain(problem: unknown, host: string, port: number): unknown {
  switch ((problem as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartProblem(
        `Port ${port} is already in use: stop the program that uses it or set another PORT.`,
      )
    case 'EACCES':
      return new StartProblem(`Port ${port} may not be opened by this user: set PORT to 1024 or higher.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartProblem(`HOST ${host} is not an address of this machine.`)
    default:
      return problem
  }
}
