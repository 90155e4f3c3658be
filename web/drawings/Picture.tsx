import { useEffect, useRef } from 'react'

type PictureProps = {
  svg: string
  label: string
  /** Whose symbol is marked. */
  chosen?: string | null
  onChoose?: ((id: string) => void) | undefined
}

/** A picture as it was drawn; names inside are escaped where it is drawn. A click on a symbol chooses whom it stands for. */
export function Picture({ svg, label, chosen, onChoose }: PictureProps) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    for (const symbol of place.current?.querySelectorAll('[data-person]') ?? [])
      symbol.classList.toggle('chosen', symbol.getAttribute('data-person') === chosen)
  })
  // The same is chosen from the list beside the picture: whoever uses no mouse needs none.
  useEffect(() => {
    const picture = place.current
    const choose = ({ target }: MouseEvent) => {
      const symbol = target instanceof Element ? target.closest('[data-person]') : null
      const id = symbol?.getAttribute('data-person')
      if (id) onChoose?.(id)
    }
    picture?.addEventListener('click', choose)
    return () => picture?.removeEventListener('click', choose)
  }, [onChoose])
  return (
    <section
      ref={place}
      className={onChoose ? 'drawing drawing-by-hand' : 'drawing'}
      aria-label={label}
      tabIndex={0}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
}
