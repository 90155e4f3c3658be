import { expect, test } from 'vitest'
import { passwordProblem } from './password-rules.ts'

const about = ['李娜', 'li.na@anning.example', '安宁社工站']
const alone = { about, hasFactor: false }

test.each([
  '慢慢走比较快,雨天也出门去家访吧',
  'correct horse battery staple',
  'Ёжик в тумане пьёт чай',
  '—…—…–·–·!?;:§«»„“”',
  'x'.repeat(3) + ' the quiet river bends twice '.repeat(30),
])('%s is a password', (password) => {
  expect(passwordProblem(password, alone)).toBeNull()
})

test.each([
  ['fourteen characters', 'abcdefuvwxyz!?', 'sign-in/password-too-short'],
  [
    'fourteen Chinese characters, which are more bytes',
    '慢慢走比较快雨天也出门去家',
    'sign-in/password-too-short',
  ],
  ['one letter again and again', 'a'.repeat(20), 'sign-in/password-is-common'],
  ['a few letters again and again', 'abc1abc1abc1abc1', 'sign-in/password-is-common'],
  ['the row of digits', '12345678901234567890', 'sign-in/password-is-common'],
  ['the alphabet backwards', 'zyxwvutsrqponmlkjih', 'sign-in/password-is-common'],
  ['what a guesser tries first', 'Password123456789', 'sign-in/password-is-common'],
  ['the same with signs between', 'P-a-s-s-w-o-r-d-1-2-3-4', 'sign-in/password-is-common'],
  ['the keyboard', 'qwertyuiopasdfghjkl', 'sign-in/password-is-common'],
  ['the keyboard in Russian', 'йцукенйцукенйцукен', 'sign-in/password-is-common'],
  ['love and a date', 'woaini5201314woaini', 'sign-in/password-is-common'],
  ['wide letters', 'ｐａｓｓｗｏｒｄ１２３４５６７', 'sign-in/password-is-common'],
  ['dots', '.'.repeat(16), 'sign-in/password-is-common'],
  ['the product', 'Alongside Alongside', 'sign-in/password-speaks-of-you'],
  ['the agency', '安宁社工站安宁社工站安宁社工站2026', 'sign-in/password-speaks-of-you'],
  ['their own address', 'li.na@anning.example', 'sign-in/password-speaks-of-you'],
])('%s is refused', (_, password, code) => {
  expect(passwordProblem(password, alone)).toBe(code)
})

test('beside a second factor twelve characters are enough, eleven are not', () => {
  const beside = { about, hasFactor: true }
  expect(passwordProblem('quiet river.', beside)).toBeNull()
  expect(passwordProblem('quiet river.', alone)).toBe('sign-in/password-too-short')
  expect(passwordProblem('quiet river', beside)).toBe('sign-in/password-too-short')
})
