import { readdirSync } from 'node:fs'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { anOpenCase, aPerson } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aPdf } from '#server/platform/file-kinds/files.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { attachmentHeaders, saidOf } from './attachments.factory.ts'

async function aListeningWorld() {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { caseId } = await anOpenCase(world, worker)
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = world.app.server.address() as AddressInfo
  const head = (path: string, length: number, more: Readonly<Record<string, string>>, who = worker) => {
    const headers = {
      host: 'x',
      authorization: `Bearer ${who.token}`,
      'content-length': String(length),
      ...more,
    }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    return `POST /api${path} HTTP/1.1\r\n${lines.join('')}\r\n`
  }
  const uploadHead = (length: number, name: string, of = caseId, who = worker) =>
    head(`/cases/${of}/attachments`, length, attachmentHeaders(saidOf({ name })), who)
  const filesLeft = () =>
    readdirSync(world.platform.attachments.files.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
  return { world, worker, port, head, uploadHead, filesLeft }
}

/** What a socket hears, until there is an answer or it is closed. */
function answerOn(socket: Socket) {
  const began = performance.now()
  return new Promise<{ text: string; seconds: number }>((resolve) => {
    let text = ''
    const done = () => resolve({ text, seconds: (performance.now() - began) / 1000 })
    socket.on('data', (part: Buffer) => {
      text += part.toString()
      if (text.includes('\r\n\r\n')) done()
    })
    socket.once('close', done)
  })
}

test(
  'a file may come slowly; a sheet that dawdles as long is ended after fifteen seconds',
  { timeout: 60_000 },
  async () => {
    const { world, port, head, uploadHead } = await aListeningWorld()
    const bytes = aPdf('slowly')
    const file = connect(port, '127.0.0.1')
    const fileAnswer = answerOn(file)
    file.write(uploadHead(bytes.length, 'a.pdf'))
    file.write(bytes.subarray(0, 20))
    const sheet = connect(port, '127.0.0.1')
    const sheetAnswer = answerOn(sheet)
    sheet.write(head('/inquiries', 60, { 'content-type': 'application/json' }))
    sheet.write('{"id":')
    const dawdled = await sheetAnswer
    expect(dawdled.text).toMatch(/^HTTP\/1\.1 408 /u)
    expect(dawdled.seconds).toBeGreaterThan(14)
    expect(dawdled.seconds).toBeLessThan(20)
    await pause(2_000)
    file.write(bytes.subarray(20))
    expect((await fileAnswer).text).toMatch(/^HTTP\/1\.1 201 /u)
    expect(await world.rows('select file_name from attachments')).toEqual([{ file_name: 'a.pdf' }])
    sheet.destroy()
    file.destroy()
  },
)

test('an upload that breaks off leaves neither row nor file, and one that grows too large is not read to its end', async () => {
  const { world, port, uploadHead, filesLeft } = await aListeningWorld()
  const before = await world.counts()
  const broken = connect(port, '127.0.0.1')
  broken.write(uploadHead(500_000, 'a.txt'))
  broken.write(Buffer.alloc(200_000, 97))
  await expect.poll(() => filesLeft().length, { timeout: 5_000 }).toBe(1)
  broken.destroy()
  await expect.poll(() => filesLeft().length, { timeout: 5_000 }).toBe(0)
  const large = connect(port, '127.0.0.1')
  const answer = answerOn(large)
  large.write(uploadHead(900_000_000, 'a.txt'))
  large.write(Buffer.alloc(10_000, 97))
  expect((await answer).text).toMatch(/^HTTP\/1\.1 413 [^]*connection: close/iu)
  large.destroy()
  expect([await world.counts(), filesLeft()]).toEqual([before, []])
})

test('one sends three files at the same time and no fourth; a colleague does not wait for them', async () => {
  const { world, worker, port, uploadHead, filesLeft } = await aListeningWorld()
  const colleague = await world.worker(worker.agencyId)
  const other = await anOpenCase(world, colleague, await aPerson(world, colleague, '赵强'))
  const send = (text: string) => {
    const socket = connect(port, '127.0.0.1')
    socket.write(text)
    return { socket, answer: answerOn(socket) }
  }
  const underWay = ['a.txt', 'b.txt', 'c.txt'].map((name) => send(uploadHead(500_000, name)))
  for (const { socket } of underWay) socket.write(Buffer.alloc(200_000, 97))
  await expect.poll(() => filesLeft().length, { timeout: 5_000 }).toBe(3)
  const fourth = send(uploadHead(500_000, 'd.txt'))
  expect((await fourth.answer).text).toMatch(/^HTTP\/1\.1 429 /u)
  const bytes = aPdf('hers')
  const hers = send(uploadHead(bytes.length, 'hers.pdf', other.caseId, colleague))
  hers.socket.write(bytes)
  expect((await hers.answer).text).toMatch(/^HTTP\/1\.1 201 /u)
  for (const { socket } of [...underWay, fourth, hers]) socket.destroy()
  await expect.poll(() => filesLeft().length, { timeout: 5_000 }).toBe(1)
})

test('a file that does not say how large it is may be no larger than one that does', async () => {
  const { world, port, uploadHead, filesLeft } = await aListeningWorld()
  const before = await world.counts()
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  const answer = answerOn(socket)
  socket.write(uploadHead(0, 'a.txt').replace('content-length: 0', 'transfer-encoding: chunked'))
  const part = Buffer.alloc(100_000, 97)
  const chunk = Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')])
  socket.write(Buffer.concat([...Array.from({ length: 12 }, () => chunk), Buffer.from('0\r\n\r\n')]))
  expect((await answer).text).toMatch(/^HTTP\/1\.1 413 /u)
  socket.destroy()
  await expect.poll(() => filesLeft(), { timeout: 5_000 }).toEqual([])
  expect(await world.counts()).toEqual(before)
})
