// `npm run lighthouse`: what Lighthouse's mobile preset says of the sign-in page, Today and a case, on a demo of its own.
// Lighthouse is not installed with the product: npm fetches it for this run.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findChromium } from '../tools/chromium.mjs'

const lighthouse = 'lighthouse@12.8.2'
const password = 'walk alongside, step by step'
const folder = mkdtempSync(join(tmpdir(), 'alongside-lighthouse-'))
const port = await freePort()
const address = `http://127.0.0.1:${port}`
const chromium = await findChromium()
if (chromium === null) process.exit(1)

const server = spawn(process.execPath, [resolve(import.meta.dirname, '../tools/start.mjs')], {
  env: {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: join(folder, 'data'),
    DEMO_PASSWORD: password,
  },
  stdio: ['ignore', 'ignore', 'inherit'],
})
try {
  await ready()
  const cookie = await signIn()
  const caseId = (await read('/api/cases?limit=1', cookie)).rows[0].id
  const pages = [
    ['sign-in', '/', null],
    ['Today', '/', cookie],
    ['a case', `/cases/${caseId}`, cookie],
  ]
  process.stdout.write('page      performance  accessibility  first paint  largest paint  blocked  sent\n')
  let poor = 0
  for (const [name, path, sent] of pages) {
    const { performance, accessibility, line } = look(name, `${address}${path}`, sent)
    process.stdout.write(`${line}\n`)
    if (performance < 90 || accessibility < 100) poor += 1
  }
  process.exitCode = poor === 0 ? 0 : 1
} finally {
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  await gone
  rmSync(folder, { recursive: true, force: true })
}

/** One page through Lighthouse's eyes; its mobile preset is what it does unless told otherwise. */
function look(name, url, cookie) {
  const report = join(folder, 'report.json')
  const flags =
    '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'
  const headers = cookie === null ? [] : ['--extra-headers', JSON.stringify({ Cookie: cookie })]
  const only = '--only-categories=performance,accessibility'
  const { status, stderr } = spawnSync(
    'npm',
    [
      'exec',
      '--yes',
      `--package=${lighthouse}`,
      '--',
      'lighthouse',
      url,
      only,
      '--output=json',
      `--output-path=${report}`,
      '--quiet',
      `--chrome-flags=${flags}`,
      ...headers,
    ],
    { env: { ...process.env, CHROME_PATH: chromium }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`Lighthouse could not look at ${name}: ${stderr}`)
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8'))
  const score = (category) => Math.round(categories[category].score * 100)
  const shown = (audit) => audits[audit].displayValue ?? '–'
  const performance = score('performance')
  const accessibility = score('accessibility')
  for (const { id } of categories.accessibility.auditRefs)
    if (audits[id].score === 0) process.stderr.write(`${name}: ${audits[id].title}\n`)
  const line = [
    name.padEnd(8),
    String(performance).padStart(12),
    String(accessibility).padStart(14),
    shown('first-contentful-paint').padStart(12),
    shown('largest-contentful-paint').padStart(14),
    shown('total-blocking-time').padStart(8),
    `${Math.round(audits['total-byte-weight'].numericValue / 1024)} KB`.padStart(7),
  ].join(' ')
  return { performance, accessibility, line }
}

async function signIn() {
  const answer = await fetch(`${address}/api/sign-ins`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'alongside', origin: address },
    body: JSON.stringify({ email: 'chen.siyuan@alongside.example', password }),
  })
  if (!answer.ok) throw new Error(`The demo let nobody in: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function read(path, cookie) {
  return (await fetch(`${address}${path}`, { headers: { cookie } })).json()
}

async function ready() {
  while (
    !(await fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (server.exitCode !== null) throw new Error('The demo did not start.')
    await new Promise((later) => setTimeout(later, 200))
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port: free } = probe.address()
  probe.close()
  return free
}
