import type { Content } from './hsds-row.ts'

/** A record as it is kept. */
export type HeldRecord = Readonly<{ kind: string; id: string; content: Content }>

/** A service with everything that hangs on it, by kind: its organization, places, telephones, terms and so on. */
export type Bundle = Readonly<{ service: Content; records: readonly HeldRecord[] }>

export const recordsOf = ({ records }: Bundle, kind: string): Content[] =>
  records.filter((record) => record.kind === kind).map(({ content }) => content)

export const textOf = (content: Content | undefined, column: string): string =>
  String(content?.[column] ?? '')

const numberOf = (content: Content, column: string): number | null => {
  const value = content[column]
  return value === undefined || Number.isNaN(Number(value)) ? null : Number(value)
}

export const agesOf = ({ service }: Bundle) => ({
  minimumAge: numberOf(service, 'minimum_age'),
  maximumAge: numberOf(service, 'maximum_age'),
})

/** Whether a record hangs on the service itself and not on its place or organization. */
export const hangsOnService = (bundle: Bundle) => (content: Content) =>
  content['service_id'] === bundle.service['id']
