import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { testWorld } from '#server/testing/world.ts'

const script = `export const words = ${JSON.stringify('同行 '.repeat(2_000))}`

/** A built web app: a page, a script with its compressed copies, and a drawing without any. */
async function aBuiltWeb() {
  const webFolder = mkdtempSync(join(tmpdir(), 'alongside-web-'))
  onTestFinished(() => rmSync(webFolder, { recursive: true }))
  mkdirSync(join(webFolder, 'assets'))
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>同行</title>')
  writeFileSync(join(webFolder, 'assets/app-1.js'), script)
  writeFileSync(join(webFolder, 'assets/app-1.js.br'), brotliCompressSync(script))
  writeFileSync(join(webFolder, 'assets/app-1.js.gz'), gzipSync(script))
  writeFileSync(join(webFolder, 'assets/mark-1.svg'), '<svg/>')
  const { app } = await testWorld({ webFolder })
  return (url: string, encoding = '') =>
    app.inject({ url, headers: encoding === '' ? {} : { 'accept-encoding': encoding } })
}

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
] as const)(
  'a script is sent to a browser that reads %s as the copy that lies beside it',
  async (accepted, sent, open) => {
    const get = await aBuiltWeb()
    const answer = await get('/assets/app-1.js', accepted)
    expect(answer).toMatchObject({
      statusCode: 200,
      headers: { 'content-encoding': sent, vary: 'accept-encoding' },
    })
    expect(answer.headers['content-type']).toMatch(/javascript; charset=utf-8/u)
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(open(answer.rawPayload).toString()).toBe(script)
  },
)

test('who reads no compressed text gets it plain, and so is what has no copy', async () => {
  const get = await aBuiltWeb()
  const plain = await get('/assets/app-1.js')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.payload).toBe(script)
  expect((await get('/assets/mark-1.svg')).payload).toBe('<svg/>')
  expect((await get('/cases/anything')).payload).toContain('<title>')
  expect((await get('/assets/nothing.js', 'br')).statusCode).toBe(404)
})

test('a part of the program carries what guards a part, and not what only a page heeds', async () => {
  const get = await aBuiltWeb()
  const { headers } = await get('/assets/app-1.js')
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  })
  for (const name of ['content-security-policy', 'permissions-policy', 'x-frame-options']) {
    expect(headers).not.toHaveProperty(name)
    // A drawing may be opened as a page, and what is not there is told of as one.
    for (const page of ['/assets/mark-1.svg', '/assets/nothing.js', '/cases/anything'])
      expect((await get(page)).headers).toHaveProperty(name)
  }
})

test('what lasts carries nothing by which to ask for it again; a page does', async () => {
  const get = await aBuiltWeb()
  for (const name of ['etag', 'last-modified', 'accept-ranges']) {
    expect((await get('/assets/app-1.js', 'br')).headers).not.toHaveProperty(name)
    expect((await get('/cases/anything')).headers).toHaveProperty(name)
  }
})
