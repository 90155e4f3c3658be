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

const ahead = (path: string, caseload: 'yes' | 'not-you') => {
  const found = pageAt(path)
  const me = { abilities: { caseload } } as Parameters<NonNullable<(typeof pages)[number]['ahead']>>[0]['me']
  return found?.page.ahead?.({ me, params: found.params }) ?? []
}

test('Today and a case name what they read first, and only to whom it is open', () => {
  expect(ahead('/', 'yes')).toEqual(['/api/today', '/api/notices'])
  expect(ahead('/', 'not-you')).toEqual([])
  expect(ahead('/cases/7', 'yes')).toMatchObject([{ path: '/api/cases/7' }])
  expect(ahead('/cases/7', 'not-you')).toEqual([])
})

test.each([
  ['yes', 1],
  ['not-you', 0],
])(
  'of a case its audit is asked by its owner only, and nothing before the case was shown: %s',
  async (audit, count) => {
    const [first] = ahead('/cases/7', 'yes')
    if (first === undefined || typeof first === 'string') throw new Error('A case tells what to ask next')
    const shown = { id: '7', client: { id: '8' }, abilities: { audit } }
    const asked = await first.afterwards(Response.json(shown))
    expect(asked.filter((path) => path.startsWith('/api/cases/7/audit?'))).toHaveLength(count)
    expect(asked).toContain('/api/people/8/client-kinds?caseId=7')
  },
)
