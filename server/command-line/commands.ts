import { auditVerify } from './audit-verify.ts'
import type { Command } from './command.ts'
import { ecomap } from './ecomap.ts'
import { gas } from './gas.ts'
import { genogram } from './genogram.ts'
import { hsds } from './hsds.ts'
import { idNumber } from './id-number.ts'
import { rotate } from './rotate-keys.ts'
import { xlsform } from './xlsform.ts'

/** Every command there is, in the order the help shows them. */
export const commands: readonly Command[] = [
  gas,
  idNumber,
  hsds,
  xlsform,
  genogram,
  ecomap,
  auditVerify,
  rotate,
]

/** The text shown for `help`. */
export function helpText(): string {
  const lines = commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(32)}${summary}`)
  return [
    'Usage: npm run -s alongside -- <command>',
    '',
    'Commands:',
    ...lines,
    `  ${'help'.padEnd(32)}Shows this text.`,
  ].join('\n')
}
