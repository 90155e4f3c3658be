import { expect, test } from 'vitest'
import { agencyKeys, KeysMovedOn, nextEdition, personKeyPlace, rewrapped } from './agency-keys.ts'
import { openBytes, SealBroken, sealBytes, versionOf } from './sealing.ts'

const [agency, other] = ['agency-1', 'agency-2']
const edition = nextEdition(null)
const keys = agencyKeys(agency, [edition])

test('what is sealed for a field of a person opens there, and nowhere else', () => {
  const wrapped = keys.newPersonKey('wang')
  const sealed = keys.person('wang', wrapped).seal('phone', '138 1234 5678')
  expect(keys.person('wang', wrapped).open('phone', sealed)).toBe('138 1234 5678')
  expect(sealed.toString('latin1')).not.toContain('1234')
  const elsewhere = [
    () => keys.person('wang', wrapped).open('address', sealed),
    () => keys.person('li', wrapped).open('phone', sealed),
    () => keys.person('li', keys.newPersonKey('li')).open('phone', sealed),
    () => keys.person('wang', keys.newPersonKey('wang')).open('phone', sealed),
    () => agencyKeys(other, [edition]).person('wang', wrapped).open('phone', sealed),
    () =>
      agencyKeys(agency, [nextEdition(null)])
        .person('wang', wrapped)
        .open('phone', sealed),
    () => keys.own.open('phone', sealed),
  ]
  for (const open of elsewhere) expect(open).toThrow(SealBroken)
})

test('one changed bit anywhere is noticed', () => {
  const key = edition.sealing
  const sealed = sealBytes(key, 1, 'here', Buffer.from('字'))
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8((changed[at] ?? 0) ^ 1, at)
    expect(() => openBytes(key, 'here', changed)).toThrow(SealBroken)
  }
  expect(() => openBytes(key, 'here', sealed.subarray(0, 20))).toThrow(SealBroken)
})

test('the same text is never sealed into the same bytes', () => {
  const wrapped = keys.newPersonKey('wang')
  const seal = () => keys.person('wang', wrapped).seal('phone', '1').toString('hex')
  expect(new Set([seal(), seal(), seal()]).size).toBe(3)
})

test('marks are equal for equal texts of one agency, and for nothing else', () => {
  const elsewhere = agencyKeys(other, [nextEdition(null)])
  expect(keys.mark('phone', '1')).toBe(keys.mark('phone', '1'))
  expect(keys.mark('phone', '1')).toHaveLength(22)
  expect(keys.mark('phone', '1')).not.toBe(keys.mark('id-number', '1'))
  expect(keys.mark('phone', '1')).not.toBe(elsewhere.mark('phone', '1'))
})

test('a new edition opens what the former ones sealed, and marks as they did', () => {
  const second = nextEdition(edition)
  const after = agencyKeys(agency, [edition, second])
  const wrapped = keys.newPersonKey('wang')
  const sealed = keys.person('wang', wrapped).seal('phone', '138')
  expect(after.person('wang', wrapped).open('phone', sealed)).toBe('138')
  expect(after.own.open('a', keys.own.seal('a', 'text'))).toBe('text')
  expect(after.mark('phone', '1')).toBe(keys.mark('phone', '1'))
  const anew = rewrapped([edition, second], personKeyPlace(agency, 'wang'), wrapped)
  expect(versionOf(anew)).toBe(2)
  expect(agencyKeys(agency, [second]).person('wang', anew).open('phone', sealed)).toBe('138')
  expect(() => keys.person('wang', anew).open('phone', sealed)).toThrow(KeysMovedOn)
})
