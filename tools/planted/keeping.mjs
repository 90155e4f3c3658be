// Crashes, backup and restore.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]

export const keeping = [
  [
    'a commit that is answered before it is on the disk',
    'server/platform/database/cluster/settings.ts',
    "const durable = { fsync: 'on', synchronous_commit: 'on'",
    "const durable = { fsync: 'on', synchronous_commit: 'off'",
    unit('server/testing/drill'),
  ],
  [
    'an audit line written after the act, on its own',
    'server/entrance/enter.ts',
    'await witness(tx, { act: actOf(request), requestId: request.id })',
    `setTimeout(() => void enteredAs(actor, request, null, async (later) => {
        for (const subject of tx.seen) later.saw(subject)
        await witness(later, { act: actOf(request), requestId: request.id })
      }).catch(() => undefined), 50)`,
    unit('server/testing/drill'),
  ],
  [
    'a program that dies with a connection',
    'server/platform/database/database.ts',
    "pool.on('connect', (client) => client.on('error', () => undefined))",
    '',
    unit('server/testing/drill'),
  ],
  [
    'a backup without the log that makes it whole',
    'server/backup/gather.ts',
    'yield* walEntries(postgresFolder, end.firstSegment, end.lastSegment)',
    '',
    unit('server/backup/backup.test.ts'),
  ],
  [
    'a half backup that looks whole',
    'server/backup/make-backup.ts',
    'const part = `${path}.part-${process.pid}`',
    'const part = path',
    unit('server/backup/backup.test.ts'),
  ],
  [
    'a backup that was cut off and opens',
    'server/backup/sealing.ts',
    'nonce[11] = last ? 1 : 0',
    'nonce[11] = 0',
    unit('server/backup/sealing.test.ts'),
  ],
  [
    'a restore into the data of another installation',
    'server/backup/restore.ts',
    'if (installationOf(there) !== head.installation)',
    'if (installationOf(there) === head.installation && head.installation === undefined)',
    unit('server/backup/backup.test.ts'),
  ],
  [
    'a hole in the kept log that nobody sees',
    'server/backup/kept-log.ts',
    'if (previous === null || name.length !== segmentLetters || follows(previous, name)) return',
    'if (previous !== name) return',
    unit('server/backup/backup.test.ts'),
  ],
  [
    'an answer before its commit is on the disk',
    'server/access/transaction.ts',
    ', flush(db)])',
    '])',
    unit('server/testing/drill'),
  ],
  [
    'a backup that nobody proved on a scratch copy',
    'server/backup/make-backup.ts',
    'await verifyBackup({ path: part, key, dataDir, manifest, say })',
    'void verifyBackup',
    unit('server/backup/backup.test.ts', '-t', 'does not come back'),
  ],
  [
    'a restore that goes past the moment that was asked for',
    'server/backup/recover.ts',
    "if (target === 'latest') return []",
    "if (target !== 'backup') return []",
    unit('server/backup/backup.test.ts', '-t', 'between two writes'),
  ],
  [
    'an orphaned database that nobody adopts',
    'server/platform/database/cluster/cluster.ts',
    'if (await adopt(prepared.launch.dataFolder, prepared.ownerUrl()))',
    'if (prepared.ownerUrl() === adopt.name)',
    unit('server/platform/database/cluster/cluster.test.ts', '-t', 'is adopted'),
  ],
  [
    'a job that stays for hours with a program that was killed',
    'server/platform/jobs/run-jobs.ts',
    'const alone = await isAlone(place)',
    'const alone = (await isAlone(place)) && held.length > 0',
    unit('server/platform/jobs', '-t', 'that was killed had begun'),
  ],
  [
    'a job taken from another copy of the program that is at it',
    'server/platform/jobs/run-jobs.ts',
    'const alone = await isAlone(place)',
    'const alone = (await isAlone(place)) || held.length === 0',
    unit('server/platform/jobs', '-t', 'is left to it'),
  ],
]
