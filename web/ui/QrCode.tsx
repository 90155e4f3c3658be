import { qrModules } from './qr-modules.ts'

/** A QR code drawn here in the browser: what it says leaves for nowhere. Dark on light whatever the theme, as cameras expect. */
export default function QrCode({ text, label }: { text: string; label: string }) {
  const rows = qrModules(text)
  const side = rows.length
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
