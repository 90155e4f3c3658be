import { encodeQR } from 'qr'

// What a camera needs around it to find it (ISO/IEC 18004).
const quiet = 4

/** The QR code of a text, row by row: true is dark. The quiet border is part of it. */
export const qrModules = (text: string): boolean[][] =>
  encodeQR(text, 'raw', { ecc: 'medium', border: quiet })
