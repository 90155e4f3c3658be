import { expect, test } from 'vitest'
import { csvText } from './csv-text.ts'

test('a table is read as it was written, in UTF-8 or in GB 18030', () => {
  const utf8 = new TextEncoder().encode('620105,安宁区')
  const gb18030 = Uint8Array.from([...Buffer.from('620105,'), 0xb0, 0xb2, 0xc4, 0xfe, 0xc7, 0xf8])
  expect([csvText(utf8.buffer), csvText(gb18030.buffer)]).toEqual(['620105,安宁区', '620105,安宁区'])
})
