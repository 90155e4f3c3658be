import { Instrument } from '#contract/instruments.ts'
import { InstrumentList } from '#contract/scales.ts'
import type { Routes } from '#server/entrance/index.ts'
import { viewInstruments } from '../scales.view.ts'
import { loadInstrument } from './loaded.actions.ts'

/** Instruments that an agency brings itself, as data. */
export const loadedInstrumentRoutes: Routes = async (app, { enter }) => {
  app.post('/instruments', {
    config: { operation: 'instrument.load', creates: true },
    schema: {
      summary: 'Load an instrument under the agency’s own licence; a version never changes',
      body: Instrument,
      response: { 201: InstrumentList },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await loadInstrument(tx, request.body)
        return viewInstruments(tx)
      }),
  })
}
