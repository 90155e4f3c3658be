// `npm run drill -- [--kills NUMBER] [--seed NUMBER]`: kills the program and its database under writers, and counts what was promised.
import { ensureInstalled } from './install.mjs'
import { ensurePrograms } from './programs.mjs'
import { requireNode } from './project.mjs'

requireNode()
await ensureInstalled()
await ensurePrograms()
const { register } = await import('tsx/esm/api')
register()
await import('../server/testing/drill/drill-command.ts')
