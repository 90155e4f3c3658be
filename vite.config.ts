import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Modules of `contract/` only declare; what a page does not use of them must not reach the browser. */
const declaresOnly = (file: string) => file.includes('/contract/')

type Modules = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }

/** Gathers all code lists; of what imports it, each page uses a few. */
const gathersCodes = (file: string) => file.endsWith('/contract/codes/index.ts')

const beginning = new Set<string>()

/** Whether a module is one that the program begins with: everybody loads it before any page. */
function isInTheBeginning(id: string, modules: Modules): boolean {
  if (beginning.size === 0) {
    beginning.add(join(import.meta.dirname, 'web/main.tsx'))
    for (const one of beginning)
      for (const next of modules.getModuleInfo(one)?.importedIds ?? [])
        if (!gathersCodes(next)) beginning.add(next)
  }
  return beginning.has(id)
}

/** What so many pages share travels as one file: dozens of small ones cost a slow line more than a few bytes too many. */
const oftenShared = 12

const files = [
  // Changes seldom, and makes errors as it begins, for which a browser may read the whole file of it again.
  { name: 'react', test: /\/node_modules\/(?:react|react-dom|scheduler)\//, priority: 3 },
  {
    name: (id: string, modules: Modules) => (isInTheBeginning(id, modules) ? 'beginning' : null),
    debugName: 'beginning',
    includeDependenciesRecursively: false,
    priority: 2,
  },
  {
    name: 'often',
    includeDependenciesRecursively: false,
    minShareCount: oftenShared,
    test: /\/(?:contract|web)\//,
    priority: 1,
  },
]

const worthCompressing = /\.(?:js|css|html|svg|json)$/u
const leastBytes = 1024

/** Lays a compressed copy beside each file, made once as small as it goes, so that the server sends it as it is. */
const compressedCopies = (folder: string): Plugin => ({
  name: 'compressed-copies',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!worthCompressing.test(name)) continue
      const path = join(folder, name)
      const content = readFileSync(path)
      if (content.length < leastBytes) continue
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
      writeFileSync(`${path}.br`, brotliCompressSync(content, { params }))
      writeFileSync(`${path}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }))
    }
  },
})

/** The web app: sources in web/, built into dist/web. While developing, /api goes to the server on PORT. */
export default defineConfig({
  root: 'web',
  plugins: [react(), compressedCopies(join(import.meta.dirname, 'dist/web'))],
  build: {
    outDir: '../dist/web',
    // What everybody loads is one file on purpose; the server sends it as a quarter of its size.
    chunkSizeWarningLimit: 600,
    emptyOutDir: true,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (file) => !declaresOnly(file) },
      output: { codeSplitting: { groups: files } },
    },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? '3000'}` } },
})
