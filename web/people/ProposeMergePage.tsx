import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { joinable, MergeField, type MergeChoices, type MergePreview } from '#contract/person-merges.ts'
import type { PersonLine } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useGo, useRouteParam } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Loading, LongTextField, Page, Sheet } from '#web/ui/index.ts'
import { MergeComparison } from './MergeComparison.tsx'
import { mergePreviewQuery, mergesKey, proposeMerge } from './merging.api.ts'
import { mergingWords } from './merging.words.ts'
import { MergeNotes } from './MergeNotes.tsx'
import { personQuery } from './people.api.ts'
import { PersonFinder } from './PersonFinder.tsx'
import { PersonSummary } from './PersonSummary.tsx'

/** Says that another record is this same person: found, compared field by field, and proposed to a second colleague. */
export function ProposeMergePage() {
  const t = useWords(mergingWords)
  const personId = useRouteParam('personId')
  const { data } = useSuspenseQuery(personQuery(personId))
  const [other, choose] = useState<PersonLine | null>(null)
  const kept = data.value
  return (
    <Page
      title={t('proposeTitle', { name: kept.sheet.name })}
      tabTitle={t('merge')}
      lead={<p>{t('proposeLead')}</p>}
      back={{ to: `/people/${personId}`, label: t('backToPerson') }}
    >
      {other === null ? (
        <PersonFinder onChoose={choose} />
      ) : (
        <>
          <div className="person-chosen">
            <PersonSummary person={other} />
            <Button look="quiet" onClick={() => choose(null)}>
              {t('chooseAnother')}
            </Button>
          </div>
          <Compared keptId={kept.id} mergedId={other.id} />
        </>
      )}
    </Page>
  )
}

function Compared({ keptId, mergedId }: { keptId: string; mergedId: string }) {
  const preview = useQuery(mergePreviewQuery(keptId, mergedId))
  if (preview.isPending) return <Loading />
  if (preview.error) return <RefusalNote error={preview.error} />
  return <Proposal key={`${keptId} ${mergedId}`} preview={preview.data} />
}

function Proposal({ preview }: { preview: MergePreview }) {
  const t = useWords(mergingWords)
  const [choices, setChoices] = useState(() => likelyChoices(preview))
  const [reason, setReason] = useState('')
  const proposing = useProposing(preview)
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
        onChoose={(field, choice) => setChoices({ ...choices, [field]: choice })}
      />
      <LongTextField
        label={t('reason')}
        hint={t('reasonHint')}
        required
        rows={2}
        value={reason}
        onChange={setReason}
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

function useProposing({ kept, merged, keptVersion, mergedVersion }: MergePreview) {
  const queries = useQueryClient()
  const go = useGo()
  const [id] = useState(() => crypto.randomUUID())
  return useMutation({
    mutationFn: (said: { choices: MergeChoices; reason: string }) =>
      proposeMerge({ id, keptId: kept.id, mergedId: merged.id, keptVersion, mergedVersion, ...said }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: mergesKey })
      go(`/person-merges/${id}`)
    },
  })
}
