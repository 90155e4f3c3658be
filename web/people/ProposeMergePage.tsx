import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { joinable, MergeField, type MergeChoices, type MergePreview } from '#contract/person-merges.ts'
import type { PersonLine } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useGo, useRouteParam } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { type Typed, useTyped } from '#web/app/useTyped.ts'
import { Button, Loading, LongTextField, Page, Sheet } from '#web/ui/index.ts'
import { MergeComparison } from './MergeComparison.tsx'
import { mergePreviewQuery, mergesKey, proposeMerge } from './merging.api.ts'
import { mergingWords } from './merging.words.ts'
import { MergeNotes } from './MergeNotes.tsx'
import { personQuery } from './people.api.ts'
import { PersonFinder } from './PersonFinder.tsx'
import { PersonSummary } from './PersonSummary.tsx'

/** The other record, which value stays of each field, once one was chosen, and why they are one person. */
type Written = Readonly<{
  id: string
  other: PersonLine | null
  choices: MergeChoices | null
  reason: string
}>
const nothingYet = (): Written => ({ id: crypto.randomUUID(), other: null, choices: null, reason: '' })

/** Says that another record is this same person: found, compared field by field, and proposed to a second colleague. */
export function ProposeMergePage() {
  const t = useWords(mergingWords)
  const personId = useRouteParam('personId')
  const { data } = useSuspenseQuery(personQuery(personId))
  const typed = useTyped(`merge-of/${personId}`, nothingYet)
  const { other } = typed.value
  const kept = data.value
  return (
    <Page
      title={t('proposeTitle', { name: kept.sheet.name })}
      tabTitle={t('merge')}
      lead={<p>{t('proposeLead')}</p>}
      back={{ to: `/people/${personId}`, label: t('backToPerson') }}
    >
      <TypedBefore typed={typed} />
      {other === null ? (
        <PersonFinder onChoose={(person) => typed.change({ other: person })} />
      ) : (
        <>
          <div className="person-chosen">
            <PersonSummary person={other} />
            <Button look="quiet" onClick={typed.beginAnew}>
              {t('chooseAnother')}
            </Button>
          </div>
          <Compared keptId={kept.id} mergedId={other.id} typed={typed} />
        </>
      )}
    </Page>
  )
}

type ComparedProps = { keptId: string; mergedId: string; typed: Typed<Written> }

function Compared({ keptId, mergedId, typed }: ComparedProps) {
  const preview = useQuery(mergePreviewQuery(keptId, mergedId))
  if (preview.isPending) return <Loading />
  if (preview.error) return <RefusalNote error={preview.error} />
  return <Proposal key={`${keptId} ${mergedId}`} preview={preview.data} typed={typed} />
}

function Proposal({ preview, typed }: { preview: MergePreview; typed: Typed<Written> }) {
  const t = useWords(mergingWords)
  const { reason } = typed.value
  const choices = typed.value.choices ?? likelyChoices(preview)
  const proposing = useProposing(preview, typed)
  return (
    <Sheet
      label={t('merge')}
      onSubmit={() => proposing.mutate({ choices, reason })}
      actions={
        <Button
          type="submit"
          look="main"
          busy={proposing.isPending}
          disabled={!preview.sameSight || reason.trim() === ''}
        >
          {t('propose')}
        </Button>
      }
    >
      <MergeNotes preview={preview} />
      <MergeComparison
        fields={preview.fields}
        choices={choices}
        onChoose={(field, choice) => typed.change({ choices: { ...choices, [field]: choice } })}
      />
      <LongTextField
        label={t('reason')}
        hint={t('reasonHint')}
        required
        rows={2}
        value={reason}
        onChange={(text) => typed.change({ reason: text })}
      />
      <RefusalNote error={proposing.error} labels={{ reason: t('reason') }} />
    </Sheet>
  )
}

/** The kept value, unless only the other record has one; where both can stand, both. */
function likelyChoices({ fields }: MergePreview): MergeChoices {
  const choiceOf = (field: MergeField) => {
    const found = fields.find((one) => one.field === field)
    if (!found || found.same || found.merged === '') return 'kept'
    if (found.kept === '' || (field === 'sex' && found.kept === '9')) return 'merged'
    return joinable.includes(field) ? 'both' : 'kept'
  }
  return Object.fromEntries(MergeField.options.map((field) => [field, choiceOf(field)])) as MergeChoices
}

function useProposing({ kept, merged, keptVersion, mergedVersion }: MergePreview, typed: Typed<Written>) {
  const queries = useQueryClient()
  const go = useGo()
  const { id } = typed.value
  return useMutation({
    mutationFn: (said: { choices: MergeChoices; reason: string }) =>
      proposeMerge({ id, keptId: kept.id, mergedId: merged.id, keptVersion, mergedVersion, ...said }),
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: mergesKey })
      go(`/person-merges/${id}`)
    },
  })
}
