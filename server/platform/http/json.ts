import type { FastifyInstance } from 'fastify'
import { Refusal } from '#server/kernel/refusal.ts'
import { jsonProblem } from './json-scan.ts'
import { pathSaidTwice } from './said-twice.ts'

const deepest = 32

/** A string PostgreSQL cannot keep or that would be stored as something else: NUL, or half of a surrogate pair. */
export function textProblem(text: string): 'text/nul' | 'text/lone-surrogate' | null {
  if (text.includes('\0')) return 'text/nul'
  return text.isWellFormed() ? null : 'text/lone-surrogate'
}

/** Walks parsed JSON and refuses, naming the field, what no schema may let through: bad text. */
export function refuseBadValues(value: unknown, path = ''): void {
  if (typeof value === 'string') {
    const problem = textProblem(value)
    if (problem) throw new Refusal('invalid-input', {}, [{ path, code: problem }])
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (textProblem(key)) throw new Refusal('invalid-input', {}, [{ path, code: 'text/nul' }])
      refuseBadValues(inner, path === '' ? key : `${path}.${key}`)
    }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decoded(bytes: Buffer): string {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    throw new Refusal('invalid-json', {}, [{ path: '', code: 'not-utf-8' }])
  }
  const problem = jsonProblem(text, deepest)
  const path = problem === 'said-twice' ? (pathSaidTwice(text) ?? '') : ''
  if (problem) throw new Refusal('invalid-input', {}, [{ path, code: problem }])
  return text
}

/** JSON is UTF-8 (RFC 8259); a body that names another character set is not read as if it were. */
function refuseOtherCharset(contentType: string | undefined) {
  const [, charset = 'utf-8'] = /;\s*charset="?([^";\s]+)/iu.exec(contentType ?? '') ?? []
  if (charset.toLowerCase() !== 'utf-8') throw new Refusal('not-json')
}

/** Bodies are JSON in UTF-8 and nothing else; `__proto__` and names said twice are refused, bad text is named. */
export function acceptOnlyJson(app: FastifyInstance) {
  app.removeAllContentTypeParsers()
  acceptJsonAs(app, 'application/json')
}

/** Reads this content type as JSON, as strictly as every body. */
export function acceptJsonAs(app: FastifyInstance, contentType: string) {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser(contentType, { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    let text: string
    try {
      refuseOtherCharset(request.headers['content-type'])
      text = decoded(body)
    } catch (error) {
      done(error instanceof Error ? error : new Refusal('invalid-json'))
      return
    }
    void parse(request, text, (error, value) => {
      try {
        if (!error) refuseBadValues(value)
        done(error ? new Refusal('invalid-json') : null, value)
      } catch (problem) {
        done(problem instanceof Error ? problem : new Refusal('invalid-json'))
      }
    })
  })
}
