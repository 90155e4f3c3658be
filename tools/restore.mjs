// `npm run restore -- BACKUP [--to-time TIME | --latest] [--into FOLDER]`: brings a backup back to life.
import { runProgram } from './programs.mjs'

// npm enters the project's folder; what is named is meant from where the person is.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
await runProgram('restore')
