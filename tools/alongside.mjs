// `npm run -s alongside -- <command>`: the command line for operators and integrators.
import { runProgram } from './programs.mjs'

// npm enters the project's folder; what is named is meant from where the person is.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
await runProgram('command-line')
