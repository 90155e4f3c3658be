import { expect, test } from 'vitest'
import { memoryFor, serverParameters } from './settings.ts'

const gigabyte = 1024 ** 3

test('PostgreSQL keeps an eighth of the memory at hand, never too little to work and never more than it uses well', () => {
  expect(memoryFor(0.5 * gigabyte)).toEqual({ shared_buffers: '128MB', effective_cache_size: '512MB' })
  expect(memoryFor(8 * gigabyte)).toEqual({ shared_buffers: '1024MB', effective_cache_size: '4096MB' })
  expect(memoryFor(256 * gigabyte)).toMatchObject({ shared_buffers: '4096MB' })
})

test('a cluster for tests stays small on every machine', () => {
  expect(serverParameters({ socketFolder: '/s', fast: true })).toContain('shared_buffers=128MB')
  expect(serverParameters({ socketFolder: '/s', fast: false })).not.toContain('shared_buffers=128MB')
})
