import { keep, kept } from './device.ts'

/** Light and dark; `system` follows the device. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Sizes of all letters. */
export const textSizes = ['normal', 'large', 'largest'] as const
export type TextSize = (typeof textSizes)[number]

type Look = { theme: Theme; text: TextSize }

/** How the reader wants the screen, as this device remembers it. */
export const chosenLook = (): Look => ({
  theme: themes.find((theme) => theme === kept('theme')) ?? 'system',
  text: textSizes.find((size) => size === kept('text')) ?? 'normal',
})

/** Keeps a choice and shows it at once. */
export function chooseLook(chosen: Partial<Look>): void {
  if (chosen.theme) keep('theme', chosen.theme)
  if (chosen.text) keep('text', chosen.text)
  showLook({ ...chosenLook(), ...chosen })
}

/** Writes the look where the style sheets read it. */
export function showLook({ theme, text }: Look): void {
  Object.assign(document.documentElement.dataset, { theme, text })
}
