import { decodeQR } from 'qr/decode.js'
import { expect, test } from 'vitest'
import { qrModules } from './qr-modules.ts'

const scale = 6

/** The picture a camera would see. */
function photographOf(rows: boolean[][]) {
  const side = rows.length * scale
  const data = new Uint8Array(side * side * 4).fill(255)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
  return { width: side, height: side, data }
}

test('a camera reads from the picture what the app has to know, and the border is left free', () => {
  const uri =
    'otpauth://totp/Alongside:li.na%40example.org?issuer=Alongside&secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const rows = qrModules(uri)
  expect(decodeQR(photographOf(rows))).toBe(uri)
  const border = [...rows.slice(0, 4), ...rows.slice(-4), ...rows.map((row) => row.slice(0, 4))]
  expect(border.flat().some(Boolean)).toBe(false)
})
