// `npm start` (the demo) and `npm run serve` (production): install and build what is missing, then run the server.
import { ensureBuilt } from './build.mjs'
import { runProgram } from './programs.mjs'
import { projectFolder, say } from './project.mjs'

process.chdir(projectFolder)
await runProgram('server', async () => {
  if (await ensureBuilt()) return
  say('The web app could not be built: the reason stands above.')
  process.exit(1)
})
