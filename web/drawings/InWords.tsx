type Told = readonly Readonly<{ heading: string; lines: readonly string[] }>[]

/** What a picture shows, for whoever does not see it. */
export function InWords({ told }: { told: Told }) {
  return told.map(({ heading, lines }) => (
    <div key={heading}>
      <h3>{heading}</h3>
      <ul className="drawing-told">
        {lines.map((line, index) => (
          <li key={`${String(index)} ${line}`}>{line}</li>
        ))}
      </ul>
    </div>
  ))
}
