import {
  CodeWords,
  SettingHistory,
  SettingHistoryQuery,
  SettingList,
  SettingQuery,
  WriteSetting,
} from '#contract/settings/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { codeWords } from './code-words.queries.ts'
import { writeSetting } from './settings.actions.ts'
import { settingHistory, settingList } from './settings.queries.ts'

/** What the agency decides about itself, sheet by sheet, each from a day on. */
export const settingRoutes: Routes = async (app, { enter }) => {
  app.get('/agency/settings', {
    config: { operation: 'settings.read' },
    schema: {
      summary: 'The sheets of one kind: what is in force today, and what is planned',
      querystring: SettingQuery,
      response: { 200: SettingList },
    },
    handler: (request, reply) => enter(request, reply, (tx) => settingList(tx, request.query.kind)),
  })

  app.get('/agency/settings/history', {
    config: { operation: 'settings.read' },
    schema: {
      summary: 'The versions of one sheet, newest first',
      querystring: SettingHistoryQuery,
      response: { 200: SettingHistory },
    },
    handler: (request, reply) => enter(request, reply, (tx) => settingHistory(tx, request.query)),
  })

  app.get('/agency/code-words', {
    config: { operation: 'settings.read' },
    schema: {
      summary:
        'How the agency calls the codes of its lists: every version of each, with the day from which it counts',
      response: { 200: CodeWords },
    },
    handler: (request, reply) => enter(request, reply, codeWords),
  })

  app.post('/agency/settings', {
    config: { operation: 'settings.write', creates: true },
    schema: {
      summary: 'Add a version of a sheet, from a day on; it never changes afterwards',
      body: WriteSetting,
      response: { 201: SettingList },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await writeSetting(tx, request.body)
        return settingList(tx, request.body.kind)
      }),
  })
}
