import { Readable } from 'node:stream'
import { z } from 'zod'
import { QuestionnaireFile, QuestionnaireView } from '#contract/questionnaires/kept.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { mostWorkbookBytes } from '#server/platform/spreadsheets/index.ts'
import { keepImported, receiveForm, type Received, tooLarge } from './questionnaires.actions.ts'
import { viewQuestionnaire } from './questionnaires.view.ts'

/** What is said of a workbook, beside the headers that every request has. */
const said = z.looseObject({
  'import-id': z.string().max(36).describe('A random UUID, made by whoever brings the file'),
  'import-name': z.string().max(4_000).describe('Its file name, percent-encoded UTF-8'),
})

/** Forms made elsewhere, brought in as XLSForm: the report says what became of each row. */
export const questionnaireImportRoutes: Routes = async (app, { enter }) => {
  await app.register(async (raw) => {
    // The body is the workbook, whatever its sender calls it: the content says what it is.
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    raw.post<{ Headers: z.infer<typeof said>; Body: Readable }>('/questionnaires/imports', {
      config: { operation: 'questionnaire.write', creates: true, slow: true },
      bodyLimit: Number.MAX_SAFE_INTEGER,
      schema: {
        summary: 'Bring in an XLSForm: the body is the workbook; it becomes a questionnaire being written',
        consumes: ['application/octet-stream'],
        headers: said,
        body: z.unknown().meta({ type: 'string', format: 'binary' }),
        response: { 201: QuestionnaireView },
      },
      handler: async (request, reply) => {
        const about = saidOf(request.headers)
        const received: Received[] = []
        const work = async (tx: Transaction) => {
          const [file] = received
          if (!file) throw new Refusal('questionnaires/file-empty')
          await keepImported(tx, about, file)
          return viewQuestionnaire(tx, about.id)
        }
        const beforehand = async (lookFirst: (look: (tx: Transaction) => Promise<void>) => Promise<void>) => {
          await lookFirst((tx) => refuseBeforeReading(tx, Number(request.headers['content-length'] ?? 0)))
          const file = await receiveForm(about.name, request.body ?? Readable.from([]))
          received.push(file)
          return { ...about, sha256: file.sha256 }
        }
        try {
          return await enter(request, reply, work, { beforehand })
        } finally {
          // What was not read is not waited for.
          if (!request.raw.complete) reply.header('connection', 'close')
        }
      },
    })
  })
}

async function refuseBeforeReading({ actor }: Transaction, bytes: number) {
  permit(actor, 'questionnaire.write')
  if (bytes > mostWorkbookBytes) throw tooLarge()
}

/** What the headers say of a workbook. @throws Refusal 400 naming the header */
function saidOf(headers: z.infer<typeof said>): QuestionnaireFile {
  const checked = QuestionnaireFile.safeParse({
    id: headers['import-id'],
    name: decoded(headers['import-name']),
  })
  if (checked.success) return checked.data
  throw new Refusal(
    'invalid-input',
    {},
    checked.error.issues.map(({ path, message, code }) => ({
      path: `import-${String(path[0])}`,
      code: message.startsWith('text/') ? message : code.replaceAll('_', '-'),
    })),
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refusal('invalid-input', {}, [{ path: 'import-name', code: 'invalid-format' }])
  }
}
