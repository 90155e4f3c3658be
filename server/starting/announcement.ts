import type { DemoAccount } from '#server/seeds/index.ts'

/** The lines that tell where the demo is and as whom one may enter it. All accounts have one password. */
export function announceDemo(address: string, accounts: readonly DemoAccount[], password: string): string {
  const width = Math.max(...accounts.map(({ email }) => email.length), 0)
  const lines = accounts.map(
    ({ email, name, role, level, agency }) =>
      `  ${email.padEnd(width)}  ${role}, level ${level}: ${name}, ${agency}`,
  )
  return [
    '',
    `Alongside (demo) is ready at ${address}`,
    '',
    'Demo accounts:',
    ...lines,
    '',
    `Password of all: ${password}`,
  ].join('\n')
}

/** The lines for production; the token is there only while no agency has been set up. */
export function announceProduction(address: string, setupToken: string | null): string {
  const ready = `Alongside is ready at ${address}`
  if (setupToken === null) return `\n${ready}`
  return [
    '',
    ready,
    '',
    `No agency is set up yet. Open ${address}/setup and enter this token, which works once and until the next start:`,
    `  ${setupToken}`,
  ].join('\n')
}
