/** A scale whose open answer is the canary, and whose danger nobody has decided on. */
export const aScaleRow = (canary: string, recorded_by: string) => ({
  instrument: 'phq-9',
  instrument_version: 1,
  informant: 'self',
  way: 'screen',
  language: 'en',
  answered_on: '2026-03-01',
  answers: JSON.stringify({ best: canary }),
  scores: '[]',
  emergencies: ['self-harm-thoughts'],
  recorded_by,
  recorded_at: '2026-03-02T01:00:00Z',
})
