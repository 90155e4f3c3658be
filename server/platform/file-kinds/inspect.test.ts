import { expect, test } from 'vitest'
import {
  aJpeg,
  anOpenDocument,
  aPdf,
  aPng,
  aWebp,
  aWordFile,
  aZip,
  jpegComment,
  jpegExif,
  pngChunk,
  readable,
} from './files.factory.ts'
import { inspect } from './inspect.ts'
import { FileRefused } from './kinds.ts'

/** The kind of some bytes and what is kept of them, or why they are refused. */
async function lookAt(bytes: Buffer) {
  try {
    const { kind, cleaned } = await inspect(readable(bytes))
    const pieces: Buffer[] = []
    for await (const piece of cleaned ?? []) pieces.push(piece)
    return { kind, kept: cleaned ? Buffer.concat(pieces) : bytes }
  } catch (problem) {
    if (!(problem instanceof FileRefused)) throw problem
    return { kind: problem.problem, kept: null }
  }
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sheetTypes =
  '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
const mp3 = Buffer.concat([
  Buffer.from('ID3\u0003\0\0\0\0\0\0', 'latin1'),
  Buffer.from([0xff, 0xfb, 0x90, 0x64]),
  Buffer.alloc(600),
])
const m4a = Buffer.concat([Buffer.from('\0\0\0\u0018ftypM4A \0\0\0\0M4A mp42', 'latin1'), Buffer.alloc(64)])

test.each([
  ['a PDF', aPdf(), 'application/pdf'],
  ['a JPEG', aJpeg(), 'image/jpeg'],
  ['a PNG', aPng(), 'image/png'],
  ['a WebP', aWebp(), 'image/webp'],
  ['a Word file', aWordFile(), word],
  [
    'an Excel file',
    aWordFile([], sheetTypes),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['an OpenDocument text', anOpenDocument(), 'application/vnd.oasis.opendocument.text'],
  ['text in three scripts', Buffer.from('你好，世界\nПривет\tworld 😀'), 'text/plain'],
  ['text with a mark', Buffer.from('\uFEFFname,age\n李小龙,12'), 'text/plain'],
  ['a recording', mp3, 'audio/mpeg'],
  ['a voice note', m4a, 'audio/mp4'],
])('%s is known by its content', async (_, bytes, kind) => {
  expect((await lookAt(bytes)).kind).toBe(kind)
})

test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['a web page', Buffer.from('\n <!DOCTYPE html><script>alert(1)</script>'), 'kind-not-accepted'],
  ['a page behind words', Buffer.from('hello <ScRiPt src=x></script>'), 'kind-not-accepted'],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'kind-not-accepted'],
  ['XML', Buffer.from('<?xml version="1.0"?><x/>'), 'kind-not-accepted'],
  ['a program of Windows', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'kind-not-accepted'],
  ['a program of Linux', Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(200)]), 'kind-not-accepted'],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf /'), 'kind-not-accepted'],
  ['a GIF that is a script', Buffer.from('GIF89a=1;alert(1)//'), 'kind-not-accepted'],
  ['an archive', aZip([{ name: 'a.txt', content: 'a' }]), 'kind-not-accepted'],
  ['bytes of any kind', Buffer.from([1, 0, 2, 0, 3]), 'kind-not-accepted'],
  ['text in GB 18030', Buffer.from([0xc4, 0xe3, 0xba, 0xc3, 0x0a]), 'text-unreadable'],
  ['text with a bell', Buffer.from('hello\u0007'), 'kind-not-accepted'],
  [
    'a PDF that is an archive as well',
    Buffer.concat([aPdf(), aZip([{ name: 'a', content: 'a' }])]),
    'kind-not-accepted',
  ],
  ['a page before a PDF', Buffer.concat([Buffer.from('<html>'), aPdf()]), 'kind-not-accepted'],
  ['half a PDF', Buffer.from('%PDF-1.7\nobj'), 'kind-not-accepted'],
])('%s is refused', async (_, bytes, problem) => {
  expect((await lookAt(bytes)).kind).toBe(problem)
})

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024)

test.each([
  ['a bomb', aWordFile([{ name: 'word/media/x.bin', content: zeros(210) }]), 'archive-too-large'],
  [
    'a bomb of many',
    aWordFile([1, 2, 3].map((n) => ({ name: `word/${n}`, content: zeros(20) }))),
    'archive-too-large',
  ],
  [
    'one that lies about its size',
    aWordFile([{ name: 'word/x', content: zeros(1), declared: 10 }]),
    'archive-unsafe',
  ],
  [
    'too many entries',
    aWordFile(Array.from({ length: 5_001 }, (_, n) => ({ name: `x${n}`, content: '' }))),
    'archive-too-large',
  ],
  [
    'an archive in the archive',
    aWordFile([{ name: 'word/media/image1.png', content: aZip([]).fill('PK\u0003\u0004', 0, 4) }]),
    'archive-unsafe',
  ],
  [
    'a program in the archive',
    aWordFile([{ name: 'word/media/image1.png', content: 'MZ\0' }]),
    'archive-unsafe',
  ],
  ['a way out', aWordFile([{ name: '../../etc/passwd', content: 'x' }]), 'archive-unsafe'],
  ['an absolute path', aWordFile([{ name: '/etc/passwd', content: 'x' }]), 'archive-unsafe'],
  ['a path of Windows', aWordFile([{ name: '..\\x', content: 'x' }]), 'archive-unsafe'],
  ['one name twice', aWordFile([{ name: 'word/document.xml', content: 'x' }]), 'archive-unsafe'],
  ['what is locked', aWordFile([{ name: 'x', content: 'x', flags: 0x0801 }]), 'archive-unsafe'],
  ['macros by name', aWordFile([{ name: 'word/vbaProject.bin', content: 'x' }]), 'holds-macros'],
  [
    'macros by kind',
    aWordFile(
      [],
      '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    ),
    'holds-macros',
  ],
  [
    'macros of OpenDocument',
    anOpenDocument([{ name: 'Basic/Standard/Module1.xml', content: 'x' }]),
    'holds-macros',
  ],
  [
    'a template from elsewhere',
    aWordFile([
      {
        name: 'word/_rels/settings.xml.rels',
        content:
          '<Relationships><Relationship Id="1" Type="http://x/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>',
      },
    ]),
    'archive-unsafe',
  ],
  ['half of one', aWordFile().subarray(0, 200), 'archive-unsafe'],
])('a Word file with %s is refused', async (_, bytes, problem) => {
  expect((await lookAt(bytes)).kind).toBe(problem)
})

test.each([
  ['JPEG', aJpeg({ width: 20_000, height: 20_000 })],
  ['PNG', aPng({ width: 60_000, height: 60_000 })],
  ['WebP', aWebp({ width: 16_000, height: 16_000 })],
])('a %s that would unfold to more pixels than memory has is refused from its header', async (_, bytes) => {
  expect((await lookAt(bytes)).kind).toBe('image-too-large')
})

test.each([
  ['a JPEG', aJpeg({ segments: [jpegComment('camera')] })],
  ['a PNG', aPng()],
  ['a WebP', aWebp()],
])('%s that is cut off anywhere is refused or loses nothing of its picture', async (_, bytes) => {
  const whole = await lookAt(bytes)
  expect(whole.kept).not.toBeNull()
  for (let length = 40; length < bytes.length - 40; length += 1) {
    const { kind, kept } = await lookAt(bytes.subarray(0, length))
    const isWhole = kept?.equals(whole.kept ?? Buffer.alloc(0)) ?? false
    const isRefused = ['image-broken', 'kind-not-accepted', 'text-unreadable'].includes(kind)
    expect([length, isWhole || isRefused]).toEqual([length, true])
  }
})

const secrets = /GPS|camera|xmpmeta|Secret|PAYLOAD/u

test('a JPEG loses where and with what it was taken and what follows its end, and stays turned as it was', async () => {
  const after = Buffer.concat([Buffer.from('PAYLOAD'), aZip([{ name: 'a', content: 'a' }])])
  const bytes = aJpeg({ segments: [jpegExif(6), jpegComment('camera')], after })
  expect(bytes.toString('latin1')).toMatch(secrets)
  const { kind, kept } = await lookAt(bytes)
  expect(kind).toBe('image/jpeg')
  expect(kept?.toString('latin1')).not.toMatch(secrets)
  // What is left is the same picture with one small segment that says how to turn it.
  const plain = (await lookAt(aJpeg())).kept ?? Buffer.alloc(0)
  expect(kept?.length).toBe(plain.length + 36)
  expect(kept?.subarray(-30)).toEqual(plain.subarray(-30))
  const again = await lookAt(kept ?? Buffer.alloc(0))
  expect(again.kept).toEqual(kept)
})

test('a PNG loses its texts, its time, Exif and what follows its end, and nothing else', async () => {
  const more = [
    pngChunk('tEXt', Buffer.from('Author\0Secret')),
    pngChunk('eXIf', Buffer.from('GPS 30.57N')),
    pngChunk('prVt', Buffer.from('Secret')),
    pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
  ]
  const { kept } = await lookAt(aPng({ after: Buffer.from('PAYLOAD') }, more))
  expect(kept).toEqual(aPng({}, [pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f]))]))
  const spoiled = aPng()
  spoiled[spoiled.length - 20] = (spoiled[spoiled.length - 20] ?? 0) ^ 1
  expect((await lookAt(spoiled)).kind).toBe('image-broken')
})

test('a WebP loses Exif and XMP, and no longer announces them', async () => {
  const { kept } = await lookAt(aWebp({ after: Buffer.from('PAYLOAD') }))
  expect(kept?.toString('latin1')).not.toMatch(secrets)
  expect([kept?.[20], kept?.readUInt32LE(4)]).toEqual([0, (kept?.length ?? 0) - 8])
})
