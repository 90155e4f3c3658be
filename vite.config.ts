import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin, type Rolldown } from 'vite'
import type { SharedFile } from './web/app/files.ts'

/** Modules of `contract/` only declare; what a page does not use of them must not reach the browser. */
const declaresOnly = (file: string) => file.includes('/contract/')

type Modules = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }

/** Gathers all code lists; of what imports it, each page uses a few. */
const gathersCodes = (file: string) => file.endsWith('/contract/codes/index.ts')

/** What is fetched first and fetches everything else, and what draws the product. */
const first = join(import.meta.dirname, 'web/main.ts')
const start = join(import.meta.dirname, 'web/app/start.tsx')

/** A module with all that it needs to begin. */
function neededBy(module: string, modules: Modules): Set<string> {
  const needed = new Set([module])
  for (const one of needed)
    for (const next of modules.getModuleInfo(one)?.importedIds ?? [])
      if (!gathersCodes(next)) needed.add(next)
  return needed
}

let parts: { first: Set<string>; beginning: Set<string> } | undefined

/** In which file a module travels that everybody loads before any page, if it is one. */
function partOf(id: string, modules: Modules): 'first' | 'beginning' | null {
  parts ??= { first: neededBy(first, modules), beginning: neededBy(start, modules) }
  if (parts.first.has(id)) return 'first'
  return parts.beginning.has(id) ? 'beginning' : null
}

/** What so many pages share travels as two files: dozens of small ones cost a slow line more than a few bytes too many. */
const oftenShared = 36
const seldomShared = 20
const hubShared = 10

/** What everybody loads and begins with, but for React: what others made, what all else stands on, and the program. */
function partOfBeginning(id: string, modules: Modules): SharedFile | null {
  if (id.includes('/node_modules/zod/')) return 'zod'
  if (partOf(id, modules) !== 'beginning') return null
  if (/\/node_modules\/@tanstack\/(?:react-query|query-core)\//.test(id)) return 'query'
  if (id.includes('/node_modules/')) return 'router'
  if (id.includes('/contract/')) return 'contract'
  return /\/web\/ui\/|\.words\.ts$/.test(id) ? 'ground' : 'beginning'
}

/** Of these lists of codes the story of a case tells. */
const codesOfStory = /\/contract\/codes\/(?:assessment|closing|evaluation|evidence|instruments|sharing)\.ts$/

/** The pages that are opened most: from them all others are gone to. */
const hubs = ['web/workday/TodayPage.tsx', 'web/case/overview/CasePage.tsx'].map((file) =>
  join(import.meta.dirname, file),
)

/** In which file a module travels that a hub shares with other pages: one with what many need, one for the rest of each hub. */
function partOfHubs(id: string, modules: Modules, shareCount: number): SharedFile | null {
  needs ??= hubs.map((hub) => neededBy(hub, modules))
  const [today, aCase] = needs.map((needed) => needed.has(id))
  if (!(today || aCase) || partOf(id, modules) === 'first') return null
  if (shareCount === hubShared) return 'hub'
  if (today && aCase) return 'hubs'
  return today ? 'today' : 'case'
}

let needs: Set<string>[] | undefined

const files = [
  // Changes seldom, and makes errors as it begins, for which a browser may read the whole file of it again.
  { name: 'react', test: /\/node_modules\/(?:react|react-dom|scheduler)\//, priority: 5 },
  {
    name: partOfBeginning,
    debugName: 'beginning',
    includeDependenciesRecursively: false,
    priority: 4,
  },
  ...[
    { called: 'often', minShareCount: oftenShared, priority: 3 },
    { called: 'seldom', minShareCount: seldomShared, priority: 2 },
  ].map(({ called, ...group }) => ({
    ...group,
    name: (id: string, modules: Modules) => (partOf(id, modules) === 'first' ? null : called),
    debugName: called,
    includeDependenciesRecursively: false,
    test: /\/(?:contract|web)\//,
  })),
  { name: 'story', test: codesOfStory, priority: 1 },
  ...[hubShared, 2].map((minShareCount) => ({
    minShareCount,
    priority: minShareCount === hubShared ? 1 : 0,
    name: (id: string, modules: Modules) => partOfHubs(id, modules, minShareCount),
    debugName: 'hub',
    includeDependenciesRecursively: false,
    test: /\/(?:contract|web)\//,
  })),
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

/** Where Vite keeps how an `import()` is done, and how ours is. */
const viteLoads = '\0vite/preload-helper.js'
const ourLoads = join(import.meta.dirname, 'web/app/load-in-turn.ts')

/** Has every `import()` done by `load-in-turn.ts`, so that no task runs more than one file. */
const filesInTurn = (): Plugin => ({
  name: 'files-in-turn',
  apply: 'build',
  enforce: 'pre',
  load: (id) =>
    id === viteLoads ? `export { loadInTurn as __vitePreload } from ${JSON.stringify(ourLoads)}` : null,
  generateBundle(_, bundle) {
    const loads = Object.values(bundle).some(
      (file) => file.type === 'chunk' && file.moduleIds.includes(ourLoads),
    )
    if (!loads) this.error('Vite no longer loads parts of the program by its helper: see load-in-turn.ts')
  },
})

/**
 * Leaves out of zod how a schema is described as JSON Schema: only a server does that, for its OpenAPI. What is checked, and how,
 * stays as zod has it; were zod written otherwise one day, the files would only be larger (e2e/first-page.spec.ts).
 */
const zodDescribesNothing = (): Plugin => ({
  name: 'zod-describes-nothing',
  apply: 'build',
  transform: (code, id) =>
    id.endsWith('/zod/v4/classic/schemas.js')
      ? code
          .replaceAll(/^ *inst\._zod\.processJSONSchema = .*;$/gmu, '')
          .replaceAll(/create(?:Standard|To)JSONSchemaMethod\(this, [^)]*\)/gu, 'undefined')
      : null,
})

/** Names in the page what draws the product, so that it is fetched beside what comes first and not after it. */
const startBesideTheFirst = (): Plugin => ({
  name: 'start-beside-the-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const begun = chunks.find(({ moduleIds }) => moduleIds.includes(start))
      const missing = chunks.filter(({ fileName }) =>
        fileName === begun?.fileName || begun?.imports.includes(fileName) ? !html.includes(fileName) : false,
      )
      return [
        ...missing.map(({ fileName }) => linkTo('modulepreload', fileName)),
        ...missing.flatMap(sheetsOf).map((sheet) => linkTo('stylesheet', sheet)),
      ]
    },
  },
})

const sheetsOf = ({ viteMetadata }: Rolldown.OutputChunk) => [...(viteMetadata?.importedCss ?? [])]

const linkTo = (rel: string, file: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `/${file}` },
  injectTo: 'head',
})

/** The web app: sources in web/, built into dist/web. While developing, /api goes to the server on PORT. */
export default defineConfig({
  root: 'web',
  plugins: [
    react(),
    filesInTurn(),
    zodDescribesNothing(),
    startBesideTheFirst(),
    compressedCopies(join(import.meta.dirname, 'dist/web')),
  ],
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
