// `npm run -s alongside -- <command>`: the command line for operators and integrators.
import { ensureInstalled } from './install.mjs'
import { requireNode } from './project.mjs'

requireNode()
await ensureInstalled()
const { register } = await import('tsx/esm/api')
register()
await import('../server/command-line/main.ts')
