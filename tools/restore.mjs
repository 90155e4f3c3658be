// `npm run restore -- BACKUP [--to-time TIME | --latest] [--into FOLDER]`: brings a backup back to life.
import { ensureInstalled } from './install.mjs'
import { requireNode } from './project.mjs'

requireNode()
await ensureInstalled()
const { register } = await import('tsx/esm/api')
register()
// npm enters the project's folder; the folders named are meant from where the person is.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
await import('../server/backup/restore-command.ts')
