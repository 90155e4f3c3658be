import { type DragEvent, useId, useState } from 'react'
import { attachmentEndings } from '#contract/case/attachments.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Section, TextField, Written } from '#web/ui/index.ts'
import { attachmentsWords } from './attachments.words.ts'
import { useSizes } from './labels.ts'
import type { Chosen } from './sending.ts'
import { useSending } from './useSending.ts'

const accepted = Object.values(attachmentEndings)
  .flat()
  .map((ending) => `.${ending}`)
  .join(',')

/** Choose or drop files, say what each is, and send them one after the other. */
export function AddFiles({ caseId, mostBytes }: { caseId: string; mostBytes: number }) {
  const t = useWords(attachmentsWords)
  const sizes = useSizes()
  const sending = useSending(caseId)
  return (
    <Section title={t('add')}>
      <DropPlace onFiles={sending.choose} hint={t('hint', { size: sizes(mostBytes) })} />
      {sending.chosen.length > 0 && (
        <>
          <ul className="attachments-chosen" aria-label={t('chosen')}>
            {sending.chosen.map((one) => (
              <ChosenFile
                key={one.key}
                one={one}
                busy={sending.busy}
                onName={(title) => sending.name(one.key, title)}
                onDrop={() => sending.drop(one.key)}
                onStop={sending.stop}
              />
            ))}
          </ul>
          <p>
            <Button
              look="main"
              busy={sending.busy}
              disabled={sending.chosen.some(({ title }) => title.trim() === '')}
              onClick={sending.sendAll}
            >
              {t('send', { count: sending.chosen.length })}
            </Button>
          </p>
        </>
      )}
    </Section>
  )
}

type DropPlaceProps = { onFiles: (files: readonly File[]) => void; hint: string }

/** A field for files that is also a place to drop them on. */
function DropPlace({ onFiles, hint }: DropPlaceProps) {
  const t = useWords(attachmentsWords)
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles(Array.from(event.dataTransfer.files))
  }
  const hold = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div
      className="attachments-drop"
      data-over={over || undefined}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        multiple
        accept={accepted}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          onFiles(Array.from(target.files ?? []))
          // The same file may be chosen again after it was put aside.
          target.value = ''
        }}
      />
      <label htmlFor={id} className="button">
        {t('choose')}
      </label>
      <span>{t('orDrop')}</span>
      <small id={`${id}-hint`}>{hint}</small>
    </div>
  )
}

type ChosenFileProps = {
  one: Chosen
  busy: boolean
  onName: (title: string) => void
  onDrop: () => void
  onStop: () => void
}

function ChosenFile({ one, busy, onName, onDrop, onStop }: ChosenFileProps) {
  const t = useWords(attachmentsWords)
  const formats = useFormats()
  const sizes = useSizes()
  const { file, state, sent } = one
  const share = file.size === 0 ? 1 : Math.min(1, sent / file.size)
  return (
    <li>
      <TextField label={t('titleOf')} value={one.title} onChange={onName} required maxLength={200} />
      <p className="attachments-name">
        <bdi>
          <Written>{file.name}</Written>
        </bdi>{' '}
        <small>{sizes(file.size)}</small>
      </p>
      {state === 'sending' && (
        <>
          <progress value={share} max={1} aria-label={t('progress', { name: file.name })} />
          <small>{t('share', { share: formats.number(Math.round(share * 100)) })}</small>
        </>
      )}
      {state === 'failed' && (
        <RefusalNote
          error={one.error}
          labels={{ 'attachment-name': t('fileName'), 'attachment-title': t('titleOf') }}
        />
      )}
      {state === 'sending' ? (
        <Button look="quiet" onClick={onStop}>
          {t('stop')}
        </Button>
      ) : (
        <Button look="quiet" disabled={busy} onClick={onDrop}>
          {t('drop')}
        </Button>
      )}
    </li>
  )
}
