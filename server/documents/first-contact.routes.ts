import { z } from 'zod'
import {
  BlankForm,
  FirstContactFileQuery,
  FirstContactForm,
  FirstContactSheetQuery,
  FormSheet,
} from '#contract/documents.ts'
import { Id } from '#contract/ids.ts'
import type { Routes } from '#server/entrance/index.ts'
import {
  printBlankForm,
  printFirstContactForm,
  viewBlankForm,
  viewFirstContactForm,
} from './first-contact.actions.ts'
import type { RenderedDocument } from './index.ts'

const ofContact = z.strictObject({ inquiryId: Id, deskFormId: FirstContactForm })
const blank = z.strictObject({ blankFormId: BlankForm })

/** The forms of a first contact (F01, F02) filled from its record, and what is printed blank to be written on. */
export const firstContactFormRoutes: Routes = async (app, { enter }) => {
  app.get('/inquiries/:inquiryId/documents/:deskFormId', {
    config: { operation: 'inquiry.print' },
    schema: {
      summary: 'A form of a first contact, filled, for the screen',
      params: ofContact,
      querystring: FirstContactSheetQuery,
      response: { 200: FormSheet },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewFirstContactForm(tx, request.params, request.query.language)),
  })

  app.get('/inquiries/:inquiryId/documents/:deskFormId/file', {
    config: { operation: 'inquiry.print', act: 'print' },
    schema: {
      summary: 'A form of a first contact as Word or PDF',
      params: ofContact,
      querystring: FirstContactFileQuery,
    },
    handler: async (request, reply) => {
      const file = await enter(request, reply, (tx) =>
        printFirstContactForm(tx, request.params, request.query),
      )
      return reply.headers(headersOf(file)).send(Buffer.from(file.bytes))
    },
  })

  app.get('/blank-forms/:blankFormId', {
    config: { operation: 'blank-form.print' },
    schema: {
      summary: 'A form to be filled by hand, for the screen',
      params: blank,
      querystring: FirstContactSheetQuery,
      response: { 200: FormSheet },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewBlankForm(tx, request.params.blankFormId, request.query.language)),
  })

  app.get('/blank-forms/:blankFormId/file', {
    config: { operation: 'blank-form.print', act: 'print' },
    schema: {
      summary: 'A form to be filled by hand, as Word or PDF',
      params: blank,
      querystring: FirstContactFileQuery,
    },
    handler: async (request, reply) => {
      const { blankFormId } = request.params
      const file = await enter(request, reply, (tx) => printBlankForm(tx, blankFormId, request.query))
      return reply.headers(headersOf(file)).send(Buffer.from(file.bytes))
    },
  })
}

const headersOf = ({ contentType, fileName }: RenderedDocument) => ({
  'content-type': contentType,
  'content-disposition': `attachment; filename="${fileName}"`,
  'content-security-policy': 'sandbox',
})
