import { useId, type MouseEvent, type ReactNode } from 'react'
import type { Ability } from '#contract/access.ts'
import { UiLink, useUiWords } from './UiContext.tsx'

/** `main`: the one main action of a screen. `plain`: any other. `quiet`: looks like a link. `danger`: danger to people. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger'

type ButtonProps = {
  children: ReactNode
  onClick?: (() => void) | undefined
  look?: ButtonLook
  type?: 'button' | 'submit'
  disabled?: boolean | undefined
  /** While true the button says it works and takes no second click. */
  busy?: boolean | undefined
  'aria-describedby'?: string | undefined
  'aria-expanded'?: boolean | undefined
}

/**
 * A button. While busy it stays in the tab order but does nothing; and one that can be busy takes a double click as one,
 * for the second comes before anything could be drawn.
 */
export function Button(props: ButtonProps) {
  const { children, onClick, look = 'plain', type = 'button', disabled, busy, ...aria } = props
  const press = (click: MouseEvent) => {
    const isSecond = click.detail > 1 && busy !== undefined
    if (isSecond) click.preventDefault()
    else if (!busy) onClick?.()
  }
  return (
    <button
      {...aria}
      type={type === 'submit' && !busy ? 'submit' : 'button'}
      className={`button button-${look}`}
      disabled={disabled}
      aria-busy={busy || undefined}
      onClick={press}
    >
      {children}
    </button>
  )
}

type ActionButtonProps = ButtonProps & {
  /** What the server says: absent when not this reader's to do, disabled with its reason when not now. */
  ability: Ability
  /** Why not now, in words; a general sentence when missing. */
  reason?: string | undefined
}

/** A button for an act the server allows or not. `not-you` draws nothing. */
export function ActionButton({ ability, reason, ...button }: ActionButtonProps) {
  const reasonId = useId()
  const words = useUiWords()
  if (ability === 'not-you') return null
  if (ability === 'yes') return <Button {...button} />
  return (
    <span className="action-not-now">
      <Button {...button} disabled aria-describedby={reasonId} />
      <small id={reasonId}>{reason ?? words.notNow}</small>
    </span>
  )
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton(props: { to: string; look?: ButtonLook; children: ReactNode }) {
  return (
    <UiLink to={props.to} className={`button button-${props.look ?? 'plain'}`}>
      {props.children}
    </UiLink>
  )
}

/** Asks for the next page of a keyset list. Draws nothing when there is none. */
export function MoreButton(props: { next: string | null | undefined; busy?: boolean; onMore: () => void }) {
  const words = useUiWords()
  if (!props.next) return null
  return (
    <p className="more">
      <Button busy={props.busy} onClick={props.onMore}>
        {words.showMore}
      </Button>
    </p>
  )
}
