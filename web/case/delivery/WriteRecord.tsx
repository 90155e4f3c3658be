import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { Ability } from '#contract/access.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { ActionButton, LinkButton } from '#web/ui/index.ts'
import { keepInStep, openRecord, recordsQuery } from './delivery.api.ts'
import { deliveryWords } from './delivery.words.ts'
import { recordPlace } from './places.ts'

/** Opens a record of a contact; whoever has one half written goes on with it, so that no empty ones pile up. */
export function WriteRecord({ caseId, ability }: { caseId: string; ability: Ability }) {
  const t = useWords(deliveryWords)
  const go = useGo()
  const queries = useQueryClient()
  const { worker } = useMe()
  const { data } = useSuspenseInfiniteQuery(recordsQuery(caseId))
  const opening = useMutation({
    mutationFn: () => openRecord(caseId),
    onSuccess: async (seen) => {
      go(recordPlace(caseId, seen.value.id))
      await keepInStep(queries, seen)
    },
  })
  const mine = data.pages
    .flatMap(({ rows }) => rows)
    .find(({ state, author }) => state === 'draft' && author.id === worker.id)
  if (mine && ability === 'yes')
    return (
      <LinkButton look="main" to={recordPlace(caseId, mine.id)}>
        {t('goOnWriting', { ordinal: mine.ordinal })}
      </LinkButton>
    )
  return (
    <>
      <RefusalNote error={opening.error} />
      <ActionButton look="main" ability={ability} busy={opening.isPending} onClick={() => opening.mutate()}>
        {t('writeRecord')}
      </ActionButton>
    </>
  )
}
