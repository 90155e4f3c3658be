// Who may import whom: holds every import of the roots against the rules of `.dependency-cruiser.cjs`. Their form is
// dependency-cruiser's own, which cannot read TypeScript 7 sources and would pass by looking at nothing.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, posix, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectFolder, say } from './project.mjs'

const roots = ['contract', 'drawing', 'server', 'web']

/**
 * What the rules forbid in a graph of imports.
 * @param graph {Map<string, readonly string[]>} each file with the files and packages it imports, types included
 * @param forbidden the rules: name, comment, from (path, pathNot), to (path, pathNot, circular)
 * @returns one { rule, from, to } for each import that breaks a rule
 */
export function findViolations(graph, forbidden) {
  const found = []
  for (const [from, imported] of graph)
    for (const rule of forbidden) {
      const groups = matchFrom(rule.from, from)
      if (groups === null) continue
      for (const to of imported)
        if (isForbidden(rule.to, { graph, groups, from, to })) found.push({ rule, from, to })
    }
  return found
}

/** The groups a rule's `path` caught in the importing file's name; null when the rule is not about this file. */
function matchFrom({ path, pathNot }, file) {
  if (pathNot !== undefined && matches(pathNot, file)) return null
  return path === undefined
    ? []
    : (asList(path)
        .map((pattern) => new RegExp(pattern).exec(file))
        .find(Boolean) ?? null)
}

function isForbidden({ path, pathNot, circular }, { graph, groups, from, to }) {
  if (path !== undefined && !matches(path, to, groups)) return false
  if (pathNot !== undefined && matches(pathNot, to, groups)) return false
  return circular !== true || reaches(graph, to, from)
}

function matches(patterns, file, groups = []) {
  return asList(patterns).some((pattern) => new RegExp(fill(pattern, groups)).test(file))
}

/** Puts what the importing file's name gave in the place of $1, $2 … */
function fill(pattern, groups) {
  return pattern.replaceAll(/\$(\d)/g, (whole, number) => groups[Number(number)] ?? whole)
}

function asList(patterns) {
  return Array.isArray(patterns) ? patterns : [patterns]
}

function reaches(graph, start, goal) {
  const seen = new Set([start])
  for (const file of seen) {
    if (file === goal) return true
    for (const next of graph.get(file) ?? []) seen.add(next)
  }
  return false
}

/** Where an import leads: a path in the project, or `node_modules/…/` for a package, or `node:…`. */
export function resolveImport(specifier, importer) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(importer), specifier)
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('node:') ? specifier : `node_modules/${specifier}/`
}

/** Every import a source makes: of values, of types, passed on, and on demand. */
export function importsOf(parseSync, file, source) {
  const { module, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0].message}`)
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports
      .map(({ moduleRequest: { start, end } }) => source.slice(start, end))
      .filter(isText)
      .map(unquote),
  ]
  return [...new Set(requests.map((specifier) => resolveImport(specifier, file)))]
}

function isText(expression) {
  return /^(['"]).*\1$/.test(expression)
}

function unquote(text) {
  return text.slice(1, -1)
}

async function readGraph() {
  const { parseSync } = await import('vite')
  const files = roots.flatMap((root) =>
    readdirSync(join(projectFolder, root), { recursive: true }).map(
      (name) => `${root}/${name.split(sep).join('/')}`,
    ),
  )
  const sources = files.filter((file) => /(?<!\.d)\.tsx?$/.test(file))
  return new Map(
    sources.map((file) => [
      file,
      importsOf(parseSync, file, readFileSync(join(projectFolder, file), 'utf8')),
    ]),
  )
}

async function check() {
  const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
  const graph = await readGraph()
  const violations = findViolations(graph, forbidden)
  for (const { rule, from, to } of violations) say(`${rule.name}: ${from} → ${to}\n    ${rule.comment}`)
  const imports = [...graph.values()].flat().length
  say(`${graph.size} files, ${imports} imports, ${violations.length} against the rules`)
  process.exit(violations.length === 0 && graph.size > 0 ? 0 : 1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await check()
