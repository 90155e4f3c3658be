import { expect, test } from 'vitest'
import { decoded } from './decoding.ts'

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

/** Cyrillic letters as a Russian office program saves them. */
const cyrillic = (text: string) =>
  Buffer.from(
    Array.from(text, (sign) =>
      /[а-яА-Я]/u.test(sign) ? (sign.codePointAt(0) ?? 0) - 0x350 : (sign.codePointAt(0) ?? 0),
    ),
  )

test.each([
  ['UTF-8', Buffer.from('id,name\n1,Приют для семей\n'), 'utf-8', 'Приют для семей'],
  ['Unicode text of Excel', utf16('id,name\n1,庇护\n'), 'utf-16', '庇护'],
  ['Chinese', Buffer.from([0x31, 0x2c, 0xc3, 0xf1, 0xd5, 0xfe, 0xbe, 0xd6, 0x0a]), 'gb18030', '民政局'],
  ['Cyrillic', cyrillic('1,Приют для женщин с детьми,помощь\n'), 'windows-1251', 'Приют для женщин с детьми'],
  ['Latin', Buffer.from('1,Café Étoile,aide à domicile\n', 'latin1'), 'windows-1252', 'Café Étoile'],
  ['Latin in one word', Buffer.from('1,Caf\u00E9s\n', 'latin1'), 'windows-1252', 'Cafés'],
])('a file in %s is read as what it is', (_, bytes, writing, says) => {
  const read = decoded(bytes)
  expect(read.writing).toBe(writing)
  expect(read.text).toContain(says)
})
