import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import yauzl from 'yauzl'
import { expect, test } from 'vitest'
import { nameInPackage, packed } from './packing.ts'

test.each([
  ['诊断书.pdf', '001 诊断书.pdf'],
  ['../../etc/passwd', '001 .._.._etc_passwd'],
  ['=cmd|calc.csv', '001 _cmd_calc.csv'],
  ['CON', '001 CON'],
  ['a\u202Egpj.exe', '001 a_gpj.exe'],
  [`${'长'.repeat(300)}.jpeg`, `001 ${'长'.repeat(60)}.jpeg`],
  ['…', '001 _'],
])('an attachment called %s is %s in a package', (name, called) => {
  expect(nameInPackage(1, name)).toBe(called)
})

test('an archive holds each file as it is, opened one after the other; one that cannot be read breaks it off', async () => {
  const opened: string[] = []
  const aFile = (path: string, text: string) => ({
    path,
    open: () => {
      opened.push(path)
      return Readable.from([Buffer.from(text)])
    },
  })
  const bytes = await buffer(packed([aFile('甲.pdf', '一'), aFile('attachments/001 x.txt', '二二')]))
  const archive = await yauzl.fromBufferPromise(bytes)
  const held: string[] = []
  for await (const entry of archive.eachEntry())
    held.push(`${entry.fileName} ${String(await buffer(await archive.openReadStreamPromise(entry)))}`)
  expect(held).toEqual(['甲.pdf 一', 'attachments/001 x.txt 二二'])
  expect(opened).toEqual(['甲.pdf', 'attachments/001 x.txt'])
  const broken = { path: 'x', open: () => Readable.from(failing()) }
  await expect(buffer(packed([broken]))).rejects.toThrow('gone')
})

async function* failing(): AsyncGenerator<Buffer> {
  yield Buffer.from('begun')
  throw new Error('gone')
}
