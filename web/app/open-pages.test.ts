import { expect, test } from 'vitest'
import { pages } from './modules.ts'
import { isOpenPath, pageAt } from './open-pages.ts'

test.each([
  ['/', '/', {}],
  ['/cases/7', '/cases/:caseId', { caseId: '7' }],
  ['/cases/7/', '/cases/:caseId', { caseId: '7' }],
  ['/inquiries/new', '/inquiries/new', {}],
  ['/inquiries/7', '/inquiries/:inquiryId', { inquiryId: '7' }],
])('the page of %s is %s', (path, page, params) => {
  expect(pageAt(path)).toMatchObject({ page: { path: page }, params })
})

test('an address of no page has none', () => {
  expect(pageAt('/no/such/page')).toBeNull()
})

test('only pages for people without an account are open', () => {
  const open = pages.filter((page) => page.open).map(({ path }) => path)
  expect(open.length).toBeGreaterThan(0)
  for (const path of open) expect(isOpenPath(path.replaceAll(/:\w+/gu, 'x'))).toBe(true)
  expect(['/', '/cases', '/cases/7', '/account'].filter(isOpenPath)).toEqual([])
})

test('Today and a case name what they read first, and only to whom it is open', () => {
  const ahead = (path: string, caseload: 'yes' | 'not-you') => {
    const found = pageAt(path)
    const me = { abilities: { caseload } } as Parameters<
      NonNullable<(typeof pages)[number]['ahead']>
    >[0]['me']
    return found?.page.ahead?.({ me, params: found.params })
  }
  expect(ahead('/', 'yes')).toEqual(['/api/today', '/api/notices'])
  expect(ahead('/', 'not-you')).toEqual([])
  expect(ahead('/cases/7', 'yes')).toEqual(['/api/cases/7'])
  expect(ahead('/cases/7', 'not-you')).toEqual([])
})
