import { runCommand } from './run-command.ts'

const { code, output, complaint } = await runCommand(process.argv.slice(2))
if (output !== '') process.stdout.write(`${output}\n`)
if (complaint !== '') process.stderr.write(`${complaint}\n`)
process.exitCode = code
