import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('what is read', () => {
  test('nothing set gives the demo on port 3000 of this machine, in a data folder of its own', () => {
    expect(readConfig({}, 'demo')).toEqual({
      mode: 'demo',
      host: '127.0.0.1',
      port: 3000,
      dataDir: resolve('.data/demo'),
      keyDir: resolve('.data/demo/keys'),
      databaseUrl: null,
      backupDir: expect.stringMatching(/\.data\/demo-backups$/),
      backupKeyFile: expect.stringMatching(/\.data\/demo\/backup\.key$/),
      demoPassword: null,
      secureCookies: false,
      proxies: [],
      auditKey: null,
      auditCopyDir: null,
      attachmentLimits: {
        mostBytes: 20 * 1024 ** 2,
        mostBytesADay: 500 * 1024 ** 2,
        mostBytesOfAgency: 20 * 1024 ** 3,
      },
      logLevel: 'warn',
    })
  })

  test('how much is kept of attachments is said in megabytes, within what is sensible', () => {
    const limits = readConfig({ ALONGSIDE_ATTACHMENT_MB: '50' }, 'serve').attachmentLimits
    expect(limits.mostBytes).toBe(50 * 1024 ** 2)
    for (const spoiled of ['0', '201', '1.5', 'much'])
      expect(() => readConfig({ ALONGSIDE_ATTACHMENT_MB: spoiled }, 'serve')).toThrow(
        'ALONGSIDE_ATTACHMENT_MB must be a whole number of megabytes from 1 to 200.',
      )
  })

  test('production keeps its data apart from the demo', () => {
    expect(readConfig({}, 'serve').dataDir).toBe(resolve('.data/production'))
  })

  test('a setting left empty counts as not set', () => {
    expect(readConfig({ PORT: '', DEMO_PASSWORD: '' }, 'serve').port).toBe(3000)
  })

  test('a relative data folder is made absolute', () => {
    expect(readConfig({ DATA_DIR: 'elsewhere' }, 'demo').dataDir).toBe(resolve('elsewhere'))
  })

  test('cookies are for HTTPS only when a web server in front does the HTTPS', () => {
    expect(readConfig({ HOST: '0.0.0.0', ALONGSIDE_TLS: 'proxy' }, 'serve').secureCookies).toBe(true)
  })

  test('only the web server in front may say who calls: on this machine, or where it is said to be', () => {
    const proxies = (env: Record<string, string>) => readConfig(env, 'serve').proxies
    expect(proxies({})).toEqual([])
    expect(proxies({ ALONGSIDE_TLS: 'proxy' })).toEqual(['127.0.0.1', '::1'])
    expect(proxies({ ALONGSIDE_TLS: 'proxy', ALONGSIDE_PROXIES: '10.0.0.5, fd00::/64' })).toEqual([
      '10.0.0.5',
      'fd00::/64',
    ])
  })

  test('the keys lie in the data folder unless told', () => {
    expect(readConfig({ DATA_DIR: 'elsewhere' }, 'demo').keyDir).toBe(resolve('elsewhere/keys'))
    expect(readConfig({ KEY_DIR: 'vault' }, 'demo').keyDir).toBe(resolve('vault'))
  })

  test('a PostgreSQL on another machine is accepted when its traffic is encrypted', () => {
    const url = 'postgresql://owner:secret@db.example.org/alongside?sslmode=verify-full'
    expect(readConfig({ DATABASE_URL: url }, 'serve').databaseUrl).toBe(url)
  })

  test('settings of other programs are none of our business', () => {
    expect(() => readConfig({ SOMETHING_ELSE: 'x' }, 'serve')).not.toThrow()
  })
})

describe('what is refused, in one sentence', () => {
  test.each([
    ['an unknown setting of ours', { ALONGSIDE_TSL: 'proxy' }, 'demo', 'ALONGSIDE_TSL is not a setting'],
    ['a port that is no number', { PORT: 'http' }, 'demo', 'PORT must be'],
    ['a port with a fraction', { PORT: '80.5' }, 'demo', 'PORT must be'],
    ['a port beyond the last', { PORT: '65536' }, 'demo', 'PORT must be'],
    ['a host with a path', { HOST: 'example.org/x' }, 'demo', 'HOST must be'],
    [
      'a database that is not PostgreSQL',
      { DATABASE_URL: 'mysql://localhost/x' },
      'demo',
      'DATABASE_URL must be',
    ],
    ['a short key of the audit', { ALONGSIDE_AUDIT_KEY: 'abc' }, 'demo', 'ALONGSIDE_AUDIT_KEY must be'],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'demo', 'LOG_LEVEL must be one of'],
    ...['all', 'loopback', '0.0.0.0/0', '10.0.0.5;10.0.0.6', 'proxy.example.org', '10.0.0.5/99', ','].map(
      (list) =>
        [
          `whoever in front is “${list}”`,
          { ALONGSIDE_TLS: 'proxy', ALONGSIDE_PROXIES: list },
          'serve',
          'ALONGSIDE_PROXIES must be addresses',
        ] as const,
    ),
    [
      'somebody in front where nobody does the HTTPS',
      { ALONGSIDE_PROXIES: '10.0.0.5' },
      'serve',
      'ALONGSIDE_PROXIES needs ALONGSIDE_TLS',
    ],
    ['an unknown kind of HTTPS', { ALONGSIDE_TLS: 'yes' }, 'serve', 'ALONGSIDE_TLS may only be'],
    [
      'a demo password in production',
      { DEMO_PASSWORD: 'open sesame' },
      'serve',
      'DEMO_PASSWORD is for the demo',
    ],
    ['serving other machines without HTTPS', { HOST: '0.0.0.0' }, 'serve', 'needs HTTPS'],
    [
      'a far database without TLS',
      { DATABASE_URL: 'postgres://owner:secret@db.example.org/alongside' },
      'serve',
      'without TLS',
    ],
  ] as const)('%s', (_title, env, mode, sentence) => {
    expect(() => readConfig(env, mode)).toThrow(sentence)
  })
})
