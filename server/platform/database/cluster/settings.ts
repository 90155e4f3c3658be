import { totalmem } from 'node:os'

/** Where a cluster runs and whether it is a throw-away one for tests. */
export type ServerSettings = {
  readonly socketFolder: string
  readonly fast: boolean
  /** Where finished segments of the write-ahead log are laid for whoever keeps them; none are laid without it. */
  readonly spoolFolder?: string | undefined
}

/** Only a socket has this port; every cluster has a socket folder of its own. */
export const socketPort = 5432

const always = {
  listen_addresses: '',
  port: String(socketPort),
  unix_socket_permissions: '0700',
  max_connections: '100',
  // Data lie on flash or in memory nowadays: reading here and there costs hardly more than reading on.
  random_page_cost: '1.1',
  // What workers ask is small; compiling a statement would take longer than running it.
  jit: 'off',
  password_encryption: 'scram-sha-256',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '60s',
  // Segments are small (see initdb), so that one laid aside half empty costs little; checkpoints stay as rare as ever.
  min_wal_size: '80MB',
  max_wal_size: '1GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  // The log must not repeat what people wrote: no failing statements, no conflicting values.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** The memory that this process may use, in bytes: the machine's, or what a container leaves of it. */
const ownMemory = () => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)

const megabyte = 1024 * 1024

/**
 * How much PostgreSQL keeps at hand, and how much it may expect the machine to keep. What it must fetch from the machine's cache
 * costs several times what lies at hand: a name that thousands have is two thousand such pages. The program runs beside it, so
 * it takes an eighth of the memory, not the usual quarter.
 * @param total the memory of the machine, in bytes
 */
export const memoryFor = (total: number) => {
  const eighth = Math.floor(total / 8 / megabyte)
  return {
    shared_buffers: `${Math.min(4096, Math.max(128, eighth))}MB`,
    effective_cache_size: `${Math.max(512, 4 * eighth)}MB`,
  }
}

/** What a promise to keep people's records demands: a commit that was answered is on the disk. */
const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

/** For tests only: everything may be lost, nothing waits for a disk. */
const fast = {
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  jit: 'off',
  checkpoint_timeout: '1d',
  // Planned once for each connection instead of six times: no test is about a plan (those of lists ask for them by EXPLAIN).
  plan_cache_mode: 'force_generic_plan',
}

/**
 * A segment is laid aside when it is full, or ten seconds after something was written: no more than that is lost with the machine.
 * The module flushes and renames, so what lies there is whole even after a power cut.
 */
const archiving = (folder: string) => ({
  archive_mode: 'on',
  archive_library: 'basic_archive',
  'basic_archive.archive_directory': folder,
  archive_timeout: '10s',
})

/** The command-line words that give PostgreSQL its settings; they win over every file in the data folder. */
export function serverParameters({ socketFolder, fast: throwAway, spoolFolder }: ServerSettings): string[] {
  const settings = {
    ...always,
    unix_socket_directories: socketFolder,
    ...(throwAway ? fast : { ...durable, ...memoryFor(ownMemory()) }),
    ...(spoolFolder === undefined ? {} : archiving(spoolFolder)),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
