// `npm start` (the demo) and `npm run serve` (production): install and build what is missing, then run the server.
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { projectFolder, requireNode, say } from './project.mjs'

requireNode()
process.chdir(projectFolder)
await ensureInstalled()
if (!(await ensureBuilt())) {
  say('The web app could not be built: the reason stands above.')
  process.exit(1)
}
// In this very process: signals and the exit code need no messenger, and killing it leaves no half behind.
const { register } = await import('tsx/esm/api')
register()
await import('../server/main.ts')
