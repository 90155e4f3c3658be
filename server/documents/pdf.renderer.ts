import { readFile } from 'node:fs/promises'
import type { FormSheet } from '#contract/documents.ts'
import { shipped } from '#server/platform/project-folder.ts'

type Compiler = typeof import('@myriaddreamin/typst-ts-node-compiler')

/** No PDF can be made on this machine (its compiler is not there); Word still can. */
export class PdfUnavailable extends Error {
  readonly code = 'documents/pdf-unavailable'

  constructor(cause: unknown) {
    super('The PDF compiler cannot be loaded on this platform', { cause })
  }
}

/**
 * Draws a sheet as a tagged PDF (A4). The sheet travels as data, never as part of the typesetting source, so
 * what people typed cannot become commands. The same sheet gives the same bytes.
 * Throws PdfUnavailable where the compiler does not run. Compiles in 20–200 ms, and meanwhile nothing else runs.
 */
export async function renderPdf(sheet: FormSheet): Promise<Uint8Array> {
  const { compiler, template } = await loaded()
  const inputs = { sheet: JSON.stringify(sheet) }
  // Straight to PDF: the compiler never frees a document that it hands out (some 15 MB for each print).
  const pdf = compiler.pdf({ mainFileContent: template, inputs })
  compiler.evictCache(0)
  return new Uint8Array(pdf)
}

let loading: ReturnType<typeof load> | undefined

/** The compiler and its fonts are read once; a failure is tried again at the next print. */
function loaded(): ReturnType<typeof load> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function load() {
  const [{ NodeCompiler }, template] = await Promise.all([
    compilerFrom(importCompiler),
    readFile(shipped('server/documents/sheet.typ'), 'utf8'),
  ])
  // The folder of the fonts is all that the typesetter may read.
  const compiler = NodeCompiler.create({
    workspace: shipped('server/documents/fonts'),
    fontArgs: [{ fontPaths: [shipped('server/documents/fonts')] }],
  })
  return { compiler, template }
}

const importCompiler = (): Promise<Compiler> => import('@myriaddreamin/typst-ts-node-compiler')

/** The compiler, or PdfUnavailable with the reason why this machine cannot load it. */
export async function compilerFrom(importing: () => Promise<Compiler>): Promise<Compiler> {
  try {
    return await importing()
  } catch (cause) {
    throw new PdfUnavailable(cause)
  }
}
