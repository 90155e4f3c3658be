import { appointmentKind, type AppointmentKind, type AppointmentState } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'

/** What an iCalendar file may say of an appointment: nothing that tells who the client is. */
export type FileFacts = Readonly<{
  id: string
  kind: AppointmentKind
  caseNumber: string
  /** The name of a room of the agency; never an address. */
  room: string
  startsAt: Date
  endsAt: Date
  changedAt: Date
  state: AppointmentState
  version: number
}>

const moment = (at: Date) => `${at.toISOString().replaceAll(/[-:]/gu, '').slice(0, 15)}Z`

/** Text as RFC 5545 (3.3.11) writes it. */
const escaped = (text: string) => text.replaceAll(/[\\;,]/gu, '\\$&').replaceAll(/\r\n|\r|\n/gu, '\\n')

/** One line in pieces of at most 75 octets, never inside a character (RFC 5545, 3.1): Chinese takes three octets. */
export function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  for (const character of line) {
    // A continued line begins with a space, which counts.
    const most = pieces.length === 0 ? 75 : 74
    if (Buffer.byteLength(piece + character) > most) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece].join('\r\n ')
}

/**
 * An appointment as an iCalendar file (RFC 5545) for the worker's own calendar: kind and case number, the room, a reminder a
 * quarter of an hour before. The number on SEQUENCE grows with each change, so that a calendar takes the newer one.
 */
export function calendarFile(facts: FileFacts, language: Language, now: Date): string {
  const summary = `${appointmentKind.label(facts.kind, language)} · ${facts.caseNumber}`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Alongside//Appointments//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${facts.id}@alongside`,
    `DTSTAMP:${moment(now)}`,
    `LAST-MODIFIED:${moment(facts.changedAt)}`,
    `SEQUENCE:${facts.version - 1}`,
    `DTSTART:${moment(facts.startsAt)}`,
    `DTEND:${moment(facts.endsAt)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(facts.room === '' ? [] : [`LOCATION:${escaped(facts.room)}`]),
    'CLASS:CONFIDENTIAL',
    `STATUS:${facts.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    'TRIGGER:-PT15M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
