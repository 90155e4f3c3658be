// Runs the tools of the modules one after the other, each in a process of its own, under a visible heading.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stopWithLauncher } from './launcher.mjs'
import { projectFolder, say } from './project.mjs'

let current = null

/**
 * Runs the program of a module, or one of our tools, and shows what it says.
 * @returns its exit code; 1 when it could not be run or was killed
 */
export async function runStep(title, module, parameters, env = {}) {
  const started = Date.now()
  say(`\n── ${title}`)
  const code = await run(module, parameters, env)
  say(`── ${title}: ${code === 0 ? 'good' : 'FAILED'} after ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return code
}

/**
 * Passes a request to stop on to the step that runs, and ends when it has ended. That the npm which started us
 * is gone, killed by force, counts as a request too.
 */
export function stopWhenAsked() {
  process.once('SIGINT', () => stop('SIGINT', 130))
  process.once('SIGTERM', () => stop('SIGTERM', 143))
  stopWithLauncher(() => stop('SIGTERM', 143))
}

function stop(signal, code) {
  if (current === null || current.exitCode !== null) process.exit(code)
  current.once('exit', () => process.exit(code))
  current.kill(signal)
}

function run(module, parameters, env) {
  return new Promise((resolve) => {
    const program = findProgram(module)
    if (program === null) return resolve(1)
    // No standard input, so that no tool ever waits for a key.
    current = spawn(process.execPath, [program, ...parameters], {
      cwd: projectFolder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    current.once('exit', (code) => resolve(code ?? 1))
    current.once('error', () => resolve(1))
    return undefined
  })
}

function findProgram(module) {
  if (module.startsWith('tools/')) return join(projectFolder, module)
  const folder = join(
    projectFolder,
    'node_modules',
    ...(module === 'playwright' ? ['@playwright', 'test'] : [module]),
  )
  try {
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return join(folder, typeof bin === 'string' ? bin : bin[module])
  } catch {
    say(`The module ${module} is not installed.`)
    return null
  }
}
