import { renderAsync } from '@resvg/resvg-js'
import { shipped } from '#server/platform/project-folder.ts'
import { documentFont } from './fonts.ts'

const fontFile = (name: string) => shipped(`server/documents/fonts/${name}`)

const font = {
  loadSystemFonts: false,
  fontFiles: [fontFile('NotoSansSC_400Regular.ttf'), fontFile('NotoSansSC_700Bold.ttf')],
  defaultFontFamily: documentFont,
}

/** Dots for each unit of the picture: sharp enough for paper. */
const zoom = 3

/** A picture as PNG, for programs that draw no SVG; with the fonts of the documents, so that it is the same on every machine. */
export async function rasterOf(svg: string): Promise<Buffer> {
  const drawn = await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: zoom }, background: 'white' })
  return drawn.asPng()
}
