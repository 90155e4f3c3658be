import type { InstallationKeys } from '#server/platform/identifier-keys/index.ts'

/** The installation's key of all test databases. */
const key = { id: 'test', key: Buffer.alloc(32, 7) }
export const testKeys: InstallationKeys = {
  path: 'test',
  current: () => key,
  find: (id) => (id === key.id ? key : null),
}
