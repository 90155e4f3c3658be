import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { PersonMergeView } from '#contract/person-merges.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Link, useRouteParam } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import {
  Badge,
  Button,
  Facts,
  LongTextField,
  Notice,
  Page,
  PersonName,
  Section,
  Sheet,
} from '#web/ui/index.ts'
import { MergeComparison } from './MergeComparison.tsx'
import { decideMerge, mergeQuery, undoMerge } from './merging.api.ts'
import { mergingWords } from './merging.words.ts'
import './people.css'

/** One merge: what was proposed and by whom, for a second colleague to decide; and the way back. */
export function MergePage() {
  const t = useWords(mergingWords)
  const { data: merge } = useSuspenseQuery(mergeQuery(useRouteParam('mergeId')))
  const names = { merged: merge.merged.name, kept: merge.kept.name }
  return (
    <Page
      title={t('intoOne', names)}
      tabTitle={t('merge')}
      lead={
        <p>
          <Badge>{t(merge.state)}</Badge>
        </p>
      }
      back={{ to: '/person-merges', label: t('backToMerges') }}
    >
      <WhatWasSaid merge={merge} />
      {merge.fields && (
        <Section title={t('compare')}>
          <MergeComparison fields={merge.fields} choices={merge.choices} />
        </Section>
      )}
      {merge.state === 'proposed' && merge.abilities.decide !== 'yes' && (
        <Notice title={t('anotherDecides')}>{t('anotherDecidesLead')}</Notice>
      )}
      {merge.abilities.decide === 'yes' && <Decision key={merge.version} merge={merge} />}
      {merge.abilities.undo === 'yes' && <Undoing key={merge.version} merge={merge} />}
    </Page>
  )
}

function WhatWasSaid({ merge }: { merge: PersonMergeView }) {
  const t = useWords(mergingWords)
  const { moment } = useFormats()
  const done = (one: PersonMergeView['decided']) =>
    one && t('doneBy', { name: one.by.name, time: moment(one.at), reason: one.reason })
  return (
    <Facts
      facts={[
        {
          label: t('kept'),
          value: (
            <Link to={`/people/${merge.kept.id}`}>
              <PersonName>{merge.kept.name}</PersonName>
            </Link>
          ),
        },
        {
          label: t('merged'),
          value: (
            <Link to={`/people/${merge.merged.id}`}>
              <PersonName>{merge.merged.name}</PersonName>
            </Link>
          ),
        },
        {
          label: t('proposal'),
          value: t('proposedBy', { name: merge.proposedBy.name, time: moment(merge.proposedAt) }),
        },
        { label: t('reason'), value: merge.reason },
        { label: t('decision'), value: done(merge.decided) },
        { label: t('undoing'), value: done(merge.undone) },
      ]}
    />
  )
}

const noReason = () => ({ reason: '' })

function useMergeAct<Said>(act: (said: Said) => Promise<unknown>, forget: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      forget()
      return queries.invalidateQueries()
    },
  })
}

function Decision({ merge }: { merge: PersonMergeView }) {
  const t = useWords(mergingWords)
  const typed = useTyped(`merge-decision/${merge.id}`, noReason)
  const { reason } = typed.value
  const deciding = useMergeAct((yes: boolean) => decideMerge(merge, { merge: yes, reason }), typed.forget)
  const silent = reason.trim() === ''
  return (
    <Sheet
      label={t('decision')}
      onSubmit={() => undefined}
      actions={
        <>
          <Button
            look="main"
            busy={deciding.isPending}
            disabled={silent}
            onClick={() => deciding.mutate(true)}
          >
            {t('mergeNow')}
          </Button>
          <Button busy={deciding.isPending} disabled={silent} onClick={() => deciding.mutate(false)}>
            {t('refuse')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <LongTextField
        label={t('decisionReason')}
        required
        rows={2}
        value={reason}
        onChange={(text) => typed.change({ reason: text })}
      />
      <RefusalNote error={deciding.error} labels={{ reason: t('decisionReason') }} />
    </Sheet>
  )
}

function Undoing({ merge }: { merge: PersonMergeView }) {
  const t = useWords(mergingWords)
  const typed = useTyped(`merge-undoing/${merge.id}`, noReason)
  const { reason } = typed.value
  const undoing = useMergeAct(() => undoMerge(merge, reason), typed.forget)
  return (
    <Section title={t('undoTitle')} lead={t('undoLead')}>
      <Sheet
        label={t('undoTitle')}
        onSubmit={() => undefined}
        actions={
          <Button
            busy={undoing.isPending}
            disabled={reason.trim() === ''}
            onClick={() => undoing.mutate(undefined)}
          >
            {t('undo')}
          </Button>
        }
      >
        <TypedBefore typed={typed} />
        <LongTextField
          label={t('undoReason')}
          required
          rows={2}
          value={reason}
          onChange={(text) => typed.change({ reason: text })}
        />
        <RefusalNote error={undoing.error} labels={{ reason: t('undoReason') }} />
      </Sheet>
    </Section>
  )
}
