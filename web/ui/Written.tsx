import { codeOf, piecesOf } from './hidden-signs.ts'

/** What somebody wrote, letter for letter. Signs that nobody sees are marked by their code and turn nothing round. */
export function Written({ children }: { children: string }) {
  const pieces = piecesOf(children)
  if (pieces.every(({ hidden }) => !hidden)) return <>{children}</>
  return (
    <>
      {pieces.map(({ text, hidden }, at) =>
        hidden ? (
          // The order of the pieces is all that tells them apart.
          <span key={`${at} ${text}`} className="hidden-sign" data-code={codeOf(text)}>
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </>
  )
}
