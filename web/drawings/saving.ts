import { saveAs } from '#web/app/saving.ts'

const blobOf = (svg: string) => new Blob([svg], { type: 'image/svg+xml' })

/** Saves a picture as it is, to be drawn at any size. */
export const saveSvg = (svg: string, name: string) => saveAs({ content: blobOf(svg), name: `${name}.svg` })

/** So many dots for one pixel of the picture: fine enough for paper. */
const fineness = 2

/** Saves a picture as dots, for programs that know no SVG. Rejects when this browser cannot draw it. */
export async function savePng(
  { svg, width, height }: Readonly<{ svg: string; width: number; height: number }>,
  name: string,
) {
  const address = URL.createObjectURL(blobOf(svg))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(width * fineness)
    canvas.height = Math.ceil(height * fineness)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const dots = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!dots) throw new Error('The browser gave no picture')
    saveAs({ content: dots, name: `${name}.png` })
  } finally {
    URL.revokeObjectURL(address)
  }
}
