// `npm run backup -- [FOLDER]`: a proved, sealed copy of a data folder, while the server runs or stands still.
import { ensureInstalled } from './install.mjs'
import { requireNode } from './project.mjs'

requireNode()
await ensureInstalled()
const { register } = await import('tsx/esm/api')
register()
// npm enters the project's folder; the folders named are meant from where the person is.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
await import('../server/backup/backup-command.ts')
