import type { FastifyInstance } from 'fastify'
import { Refusal } from '#server/kernel/refusal.ts'
import { pathSaidTwice } from './said-twice.ts'

const deepest = 32

/** A string PostgreSQL cannot keep or that would be stored as something else: NUL, or half of a surrogate pair. */
export function textProblem(text: string): 'text/nul' | 'text/lone-surrogate' | null {
  if (text.includes('\0')) return 'text/nul'
  return text.isWellFormed() ? null : 'text/lone-surrogate'
}

/** Walks parsed JSON and refuses, naming the field, what no schema may let through: bad text and bottomless nesting. */
export function refuseBadValues(value: unknown, path = '', depth = 0): void {
  if (depth > deepest) throw new Refusal('invalid-input', {}, [{ path, code: 'too-deep' }])
  if (typeof value === 'string') {
    const problem = textProblem(value)
    if (problem) throw new Refusal('invalid-input', {}, [{ path, code: problem }])
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (textProblem(key)) throw new Refusal('invalid-input', {}, [{ path, code: 'text/nul' }])
      refuseBadValues(inner, path === '' ? key : `${path}.${key}`, depth + 1)
    }
  }
}

/** Two programs may read a field that is said twice in two ways; it is refused instead. */
function refuseSaidTwice(text: string) {
  const path = pathSaidTwice(text)
  if (path !== null) throw new Refusal('invalid-input', {}, [{ path, code: 'said-twice' }])
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Refusal('invalid-json', {}, [{ path: '', code: 'not-utf-8' }])
  }
}

/** Bodies are JSON in UTF-8 and nothing else; `__proto__` is refused, bad text is named. */
export function acceptOnlyJson(app: FastifyInstance) {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    let text: string
    try {
      text = decoded(body)
    } catch (error) {
      done(error instanceof Error ? error : new Refusal('invalid-json'))
      return
    }
    void parse(request, text, (error, value) => {
      try {
        if (!error) {
          refuseBadValues(value)
          refuseSaidTwice(text)
        }
        done(error ? new Refusal('invalid-json') : null, value)
      } catch (problem) {
        done(problem instanceof Error ? problem : new Refusal('invalid-json'))
      }
    })
  })
}
