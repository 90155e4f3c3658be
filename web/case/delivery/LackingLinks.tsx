import { useEffect, useRef } from 'react'
import { Button } from '#web/ui/index.ts'

type LackingLinksProps = { lacking: readonly { path: string }[]; labels: Readonly<Record<string, string>> }

/** The fields that keep a record from being signed, each leading to its place. */
export function LackingLinks({ lacking, labels }: LackingLinksProps) {
  const list = useRef<HTMLUListElement>(null)
  const isLacking = lacking.length > 0
  // The sign button sticks to the window: what keeps it from working must not stay below the fold.
  useEffect(() => {
    if (isLacking) list.current?.scrollIntoView({ block: 'center' })
  }, [isLacking])
  if (!isLacking) return null
  return (
    <ul className="lacking" ref={list}>
      {lacking.map(({ path }) => (
        <li key={path}>
          <Button look="quiet" onClick={() => goTo(path)}>
            {labels[path] ?? path}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function goTo(path: string) {
  const place = document.getElementById(path)
  place?.scrollIntoView({ block: 'center' })
  const control = place?.matches('input, textarea, select')
    ? place
    : place?.querySelector('input, textarea, select')
  if (control instanceof HTMLElement) control.focus({ preventScroll: true })
}
