import { QueryClient, QueryClientProvider, queryOptions, useQuery } from '@tanstack/react-query'
import { Suspense, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { expect, test } from 'vitest'
import { useSettled } from './useSettled.ts'

const answer = (name: string, after: number, act: () => string) =>
  queryOptions({
    queryKey: [name],
    queryFn: () => new Promise<string>((later) => setTimeout(later, after)).then(act),
    retry: false,
    gcTime: 0,
  })

/** What a part says each time it is drawn that waits for answers, until it stands. */
async function drawn(wanted: readonly ReturnType<typeof answer>[]): Promise<string[]> {
  const said: string[] = []
  function Part(): ReactNode {
    useSettled(wanted)
    return <Shown />
  }
  function Shown() {
    const seen = wanted.map((one) => useQuery(one))
    said.push(seen.map(({ data, status }) => data ?? status).join(' '))
    return null
  }
  await prerender(
    <QueryClientProvider client={new QueryClient()}>
      <Suspense>
        <Part />
      </Suspense>
    </QueryClientProvider>,
  )
  return said
}

test('what is shown together is drawn once, when all of it is there', async () => {
  expect(await drawn([answer('a', 5, () => 'one'), answer('b', 30, () => 'two')])).toEqual(['one two'])
})

test('a refusal is not waited for longer; its place asks again and tells of it', async () => {
  const begun = Date.now()
  const refused = answer('c', 5, () => {
    throw new Error('no')
  })
  expect(await drawn([refused, answer('d', 5, () => 'two')])).toEqual(['pending two'])
  expect(Date.now() - begun).toBeLessThan(1_000)
})

test('what comes late is not waited for', async () => {
  const begun = Date.now()
  expect(await drawn([answer('e', 5, () => 'one'), answer('f', 5_000, () => 'two')])).toEqual(['one pending'])
  expect(Date.now() - begun).toBeLessThan(4_000)
})
