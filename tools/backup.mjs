// `npm run backup -- [FOLDER]`: a proved, sealed copy of a data folder, while the server runs or stands still.
import { runProgram } from './programs.mjs'

// npm enters the project's folder; what is named is meant from where the person is.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
await runProgram('backup')
