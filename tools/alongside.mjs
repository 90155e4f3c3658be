// `npm run -s alongside -- <command>`: the command line for operators and integrators.
import { ensureInstalled } from './install.mjs'
import { requireNode } from './project.mjs'

requireNode()
await ensureInstalled()
const { register } = await import('tsx/esm/api')
register()
// npm enters the project's folder; the files named are meant from where the person is.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
await import('../server/command-line/main.ts')
