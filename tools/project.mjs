// What every tool needs to know before any module is installed; plain JavaScript for that reason.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, wherever the tool was called from. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))

const oldest = [20, 19]

/** Tells the person at the console something; standard output stays free for results. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/** Ends with one sentence when this Node.js is too old to run the project. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  say(`Alongside needs Node.js ${oldest.join('.')} or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
