/** Where a cluster runs and whether it is a throw-away one for tests. */
export type ServerSettings = { readonly socketFolder: string; readonly fast: boolean }

/** Only a socket has this port; every cluster has a socket folder of its own. */
export const socketPort = 5432

const always = {
  listen_addresses: '',
  port: String(socketPort),
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '128MB',
  password_encryption: 'scram-sha-256',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '60s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  // The log must not repeat what people wrote: no failing statements, no conflicting values.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** What a promise to keep people's records demands: a commit that was answered is on the disk. */
const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

/** For tests only: everything may be lost, nothing waits for a disk. */
const fast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
}

/** The command-line words that give PostgreSQL its settings; they win over every file in the data folder. */
export function serverParameters({ socketFolder, fast: throwAway }: ServerSettings): string[] {
  const settings = { ...always, unix_socket_directories: socketFolder, ...(throwAway ? fast : durable) }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
