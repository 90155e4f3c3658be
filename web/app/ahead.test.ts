import { createServer } from 'node:http'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { askAhead, takeAhead } from './ahead.ts'
import { api } from './api.ts'

let asked: string[] = []
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  response.setHeader('content-type', 'application/json')
  response.end('{"said":"yes"}')
})

/** A browser's addresses are relative to its page. */
beforeEach(async () => {
  asked = []
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  const { fetch } = globalThis
  vi.stubGlobal('navigator', { languages: ['en'] })
  vi.stubGlobal('fetch', (path: string, options?: RequestInit) =>
    fetch(`http://127.0.0.1:${address.port}${path}`, options),
  )
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

const Said = z.object({ said: z.string() })

test('what was asked for ahead is not asked for again, and serves one reading', async () => {
  await askAhead('/api/today')
  expect((await api.get('/api/today', Said)).value).toEqual({ said: 'yes' })
  expect(asked).toEqual(['GET /api/today'])
  await api.get('/api/today', Said)
  expect(asked).toEqual(['GET /api/today', 'GET /api/today'])
})

test('a write of the same address does not take the answer', async () => {
  await askAhead('/api/notices')
  await api.put('/api/notices', Said, { body: {} })
  expect(asked).toEqual(['GET /api/notices', 'PUT /api/notices'])
})

test('an answer that nobody came for grows old', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  await askAhead('/api/today')
  vi.advanceTimersByTime(10_001)
  expect(takeAhead('/api/today')).toBeUndefined()
})
