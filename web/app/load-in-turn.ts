import { inOrder } from './files.ts'
import { pause } from './pause.ts'

const styles = /\.css$/u

/** What was asked for, and what was run, by address: once for all who need it. */
const fetched = new Map<string, Promise<void>>()
const run = new Map<string, Promise<unknown>>()

/** Done once; what failed is tried again by the next who needs it. */
function once<Done>(
  done: Map<string, Promise<Done>>,
  address: string,
  act: () => Promise<Done>,
): Promise<Done> {
  const begun = done.get(address)
  if (begun) return begun
  const doing = act()
  done.set(address, doing)
  doing.catch(() => done.delete(address))
  return doing
}

/** Asks for a file. A look is waited for, so that nothing is drawn without it; a part of the program is not run yet. */
function fetchFile(address: string): Promise<void> {
  const isStyle = styles.test(address)
  const rel = isStyle ? 'stylesheet' : 'modulepreload'
  if (document.querySelector(`link[rel="${rel}"][href="${address}"]`)) return Promise.resolve()
  const link = Object.assign(document.createElement('link'), { rel, href: address, crossOrigin: '' })
  const there = new Promise<void>((resolve, reject) => {
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => {
      // Left there, it would be taken for loaded by who asks again.
      link.remove()
      reject(new Error(`${address} cannot be loaded`))
    })
  })
  document.head.append(link)
  // A part that did not come is told of when it is run.
  if (isStyle) return there
  there.catch(() => undefined)
  return Promise.resolve()
}

const importAndPause = async (address: string): Promise<void> => {
  await import(/* @vite-ignore */ address)
  await pause()
}

/** Runs files one after the other, each in a task of its own; what was run before is not waited for anew. */
export async function runInTurn(
  addresses: readonly string[],
  runFile: (address: string) => Promise<unknown> = importAndPause,
): Promise<void> {
  for (const address of addresses) await once(run, address, () => runFile(address))
}

/**
 * How every `import()` of the built program is done (vite.config.ts): the files that it needs are asked for at once, and run one
 * after the other, those that need no other first. Run in one task, they would keep a slow telephone from answering a finger for a
 * quarter of a second.
 */
export async function loadInTurn<Part>(
  load: () => Promise<Part>,
  files: readonly string[] = [],
): Promise<Part> {
  const addresses = inOrder(files.map((file) => `/${file}`))
  await Promise.all(addresses.map((address) => once(fetched, address, () => fetchFile(address))))
  await runInTurn(addresses.filter((address) => !styles.test(address)))
  return load()
}
