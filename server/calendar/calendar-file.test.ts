import { expect, test } from 'vitest'
import { languages } from '#contract/language.ts'
import { calendarFile, folded } from './calendar-file.ts'

const facts = {
  id: '0d6b7a52-6d7d-4f1e-9a55-3a3a5d6a7b01',
  kind: 'home-visit',
  caseNumber: 'AN-2026-0017',
  room: '静室, 二楼; 东\\侧',
  startsAt: new Date('2026-03-04T01:00:00.000Z'),
  endsAt: new Date('2026-03-04T02:30:00.000Z'),
  changedAt: new Date('2026-03-02T02:00:00.000Z'),
  state: 'booked',
  version: 3,
} as const
const now = new Date('2026-03-02T03:00:00.000Z')

test('a long line is folded at 75 octets, never inside a character, and unfolds to what it was', () => {
  const line = `SUMMARY:${'与服务对象一起商量下一步'.repeat(4)}😀${'беседа'.repeat(20)}`
  const pieces = folded(line).split('\r\n')
  expect(pieces.length).toBeGreaterThan(3)
  for (const piece of pieces) {
    expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75)
    expect(Buffer.from(piece).toString('utf8')).toBe(piece)
  }
  expect(folded(line).replaceAll('\r\n ', '')).toBe(line)
})

test('a file says when, what kind and which case number; commas and semicolons are escaped, lines end as RFC 5545 asks', () => {
  for (const language of languages) {
    const file = calendarFile(facts, language, now)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
    const lines = file.replaceAll('\r\n ', '').split('\r\n')
    expect(lines).toContain('DTSTART:20260304T010000Z')
    expect(lines).toContain('DTEND:20260304T023000Z')
    expect(lines).toContain('SEQUENCE:2')
    expect(lines).toContain('CLASS:CONFIDENTIAL')
    expect(lines).toContain('STATUS:CONFIRMED')
    expect(lines).toContain('LOCATION:静室\\, 二楼\\; 东\\\\侧')
    expect(lines.find((line) => line.startsWith('SUMMARY:'))).toMatch(/ · AN-2026-0017$/u)
  }
  expect(calendarFile({ ...facts, state: 'cancelled' }, 'en', now)).toContain('STATUS:CANCELLED')
})
