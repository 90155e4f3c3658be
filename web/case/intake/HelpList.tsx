/** Short lines of help beside a sheet. */
export function HelpList({ lines }: { lines: readonly string[] }) {
  return (
    <div className="writing-help">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
