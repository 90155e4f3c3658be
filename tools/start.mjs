// `npm start` (the demo) and `npm run serve` (production): install and build what is missing, then run the server.
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { runProgram } from './programs.mjs'
import { projectFolder, requireNode, say } from './project.mjs'

requireNode()
process.chdir(projectFolder)
await ensureInstalled()
if (!(await ensureBuilt())) {
  say('The web app could not be built: the reason stands above.')
  process.exit(1)
}
await runProgram('server')
