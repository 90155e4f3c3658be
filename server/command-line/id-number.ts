import { readIdentityNumber } from '#server/people/identity-number.ts'
import { CommandProblem, type Command } from './command.ts'

/** `id-number NUMBER`: whether the checksum of a Chinese identity number holds, and what the number says (GB 11643). */
export const idNumber: Command = {
  name: 'id-number',
  usage: 'NUMBER',
  summary: 'Whether an identity number is valid, and what it says.',
  run: async ([text, ...rest]) => {
    if (text === undefined || rest.length > 0) throw new CommandProblem('id-number needs exactly one number.')
    return JSON.stringify(readIdentityNumber(text, today()))
  },
}

/** The birth date may not lie after today, by the calendar of this machine. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
