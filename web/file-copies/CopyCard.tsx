import { useMutation } from '@tanstack/react-query'
import {
  confirmationWay,
  confirmer,
  fileCopyState,
  type FileCopyState,
  filePart,
  handingOverWay,
  identityCheck,
  leavingOutGround,
} from '#contract/codes/index.ts'
import { CopyFormat, type FileCopyView, type PartThere } from '#contract/file-copies.ts'
import { languageNames } from '#web/app/language.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { fetchFile, saveAs } from '#web/app/saving.ts'
import { ActionButton, Badge, Button, Facts, type Fact, PersonName, Written } from '#web/ui/index.ts'
import { copyAddress, makeCopy } from './file-copies.api.ts'
import { fileCopiesWords } from './file-copies.words.ts'
import { useAfterCopy } from './useAfterCopy.ts'

type CopyCardProps = {
  copy: FileCopyView
  parts: readonly PartThere[]
  onDecide: () => void
  onHandOver: () => void
}

const tones = {
  asked: 'warn',
  decided: 'info',
  producing: 'info',
  produced: 'info',
  'handed-over': 'done',
  refused: undefined,
} as const satisfies Record<FileCopyState, string | undefined>

/** One request: what is known of it, its files, and what is to be done next. */
export function CopyCard(props: CopyCardProps) {
  const { copy } = props
  const t = useWords(fileCopiesWords)
  const label = useLabel()
  const asked = useAskedFacts()
  const done = useDoneFacts()
  const tone = tones[copy.state]
  return (
    <>
      <h3>
        <PersonName>{t('of', { name: copy.askerName })}</PersonName>{' '}
        <Badge {...(tone ? { tone } : {})}>{label(fileCopyState, copy.state)}</Badge>{' '}
        {copy.overdue && <Badge tone="warn">{t('overdue')}</Badge>}
      </h3>
      <Facts facts={[...asked(copy), ...done(copy)]} />
      {copy.decided && copy.state !== 'refused' && <LeftOut copy={copy} parts={props.parts} />}
      <Making copy={copy} />
      {copy.abilities.fetch === 'yes' && <Files copy={copy} />}
      <Acts {...props} />
    </>
  )
}

function useAskedFacts() {
  const t = useWords(fileCopiesWords)
  const label = useLabel()
  const formats = useFormats()
  return (copy: FileCopyView): Fact[] => [
    {
      label: t('askedBy'),
      value: (
        <>
          <PersonName>{copy.askerName}</PersonName> · {label(confirmer, copy.askedBy)}
        </>
      ),
    },
    {
      label: t('checked'),
      value: [label(identityCheck, copy.identityCheck), copy.identityNote].filter(Boolean).join(' · '),
    },
    { label: t('askedOn'), value: formats.date(copy.askedOn) },
    { label: t('dueOn'), value: formats.date(copy.dueOn) },
    { label: t('language'), value: languageNames[copy.language] },
    { label: t('wish'), value: copy.wish },
    {
      label: t('recorded'),
      value: t('by', { name: copy.recordedBy.name, moment: formats.moment(copy.recordedAt) }),
    },
  ]
}

function useDoneFacts() {
  const t = useWords(fileCopiesWords)
  const label = useLabel()
  const formats = useFormats()
  return ({ decided, produced, handed }: FileCopyView): Fact[] => [
    {
      label: t('decided'),
      value: decided && t('by', { name: decided.by.name, moment: formats.moment(decided.at) }),
    },
    { label: t('refusal'), value: decided?.refusal },
    {
      label: t('made'),
      value: produced && t('by', { name: produced.by.name, moment: formats.moment(produced.at) }),
    },
    { label: t('hash'), value: produced && <code className="file-copy-hash">{produced.hash}</code> },
    { label: t('handedTo'), value: handed?.to },
    { label: t('handedOn'), value: handed && formats.date(handed.on) },
    { label: t('way'), value: handed && label(handingOverWay, handed.way) },
    {
      label: t('receipt'),
      value:
        handed &&
        [label(confirmationWay, handed.receipt), handed.witness && t('witness', { name: handed.witness })]
          .filter(Boolean)
          .join(' · '),
    },
    { label: t('formats'), value: handed && formats.list(handed.formats.map((format) => t(format))) },
    { label: t('note'), value: handed?.note },
    { label: t('handedBy'), value: handed?.by.name },
  ]
}

/** What is left out of the copy, each with its ground and reason. */
function LeftOut({ copy: { decided }, parts }: Pick<CopyCardProps, 'copy' | 'parts'>) {
  const t = useWords(fileCopiesWords)
  const label = useLabel()
  const formats = useFormats()
  if (!decided) return null
  const nameOf = (id: string) =>
    parts.flatMap(({ part, records }) =>
      records
        .filter((one) => one.id === id)
        .map(({ on }) => t('recordOf', { part: label(filePart, part), date: formats.date(on) })),
    )[0] ?? id
  const rows = [
    ...decided.parts.map((row) => ({ ...row, key: row.part, name: label(filePart, row.part) })),
    ...decided.records.map((row) => ({ ...row, key: row.id, name: nameOf(row.id) })),
  ]
  if (rows.length === 0) return <p>{t('nothingLeftOut')}</p>
  return (
    <>
      <h4>{t('leftOut')}</h4>
      <ul>
        {rows.map(({ key, name, ground, reason }) => (
          <li key={key}>
            <strong>{name}</strong>{' '}
            <Written>{t('why', { ground: label(leavingOutGround, ground), reason })}</Written>
          </li>
        ))}
      </ul>
    </>
  )
}

function Making({ copy: { state, done, total } }: { copy: FileCopyView }) {
  const t = useWords(fileCopiesWords)
  if (state !== 'producing') return null
  const said = t('progress', { done, total })
  return (
    <output>
      <progress value={done} max={total} aria-label={said} /> {said}
    </output>
  )
}

/** The files of a made copy. Where one cannot leave, the page says why, and the request says what is to be done. */
function Files({ copy }: { copy: FileCopyView }) {
  const t = useWords(fileCopiesWords)
  const saving = useMutation({
    mutationFn: async (format: CopyFormat) => saveAs(await fetchFile(copyAddress(copy, format))),
  })
  return (
    <>
      <div className="file-copy-files">
        <span>{t('files')}</span>
        {CopyFormat.options.map((format) => (
          <Button
            key={format}
            busy={saving.isPending && saving.variables === format}
            onClick={() => saving.mutate(format)}
          >
            {t(format)}
          </Button>
        ))}
        <small>{t('logged')}</small>
      </div>
      <RefusalNote error={saving.error} />
    </>
  )
}

function Acts({ copy, onDecide, onHandOver }: CopyCardProps) {
  const t = useWords(fileCopiesWords)
  const refresh = useAfterCopy(copy.caseId)
  const making = useMutation({ mutationFn: () => makeCopy(copy), onSuccess: refresh })
  const { decide, produce, handOver } = copy.abilities
  const isFirst = copy.state === 'asked'
  return (
    <>
      <RefusalNote error={making.error} />
      {isFirst && decide === 'not-you' && <p>{t('waits')}</p>}
      <div className="page-actions">
        {decide === 'yes' && (
          <ActionButton ability={decide} look={isFirst ? 'main' : 'quiet'} onClick={onDecide}>
            {isFirst ? t('decide') : t('decideAnew')}
          </ActionButton>
        )}
        {produce === 'yes' && (
          <ActionButton
            ability={produce}
            look={copy.state === 'decided' ? 'main' : 'quiet'}
            busy={making.isPending}
            onClick={() => making.mutate()}
          >
            {copy.state === 'decided' ? t('make') : t('makeAnew')}
          </ActionButton>
        )}
        {handOver === 'yes' && (
          <ActionButton ability={handOver} look="main" onClick={onHandOver}>
            {t('handOver')}
          </ActionButton>
        )}
      </div>
    </>
  )
}
