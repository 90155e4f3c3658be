import { useState } from 'react'
import type { AttachmentView } from '#contract/case/attachments.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { ActionButton, Badge, Button, PersonName, Written } from '#web/ui/index.ts'
import { attachmentsWords } from './attachments.words.ts'
import { useKinds, useSizes } from './labels.ts'
import { PreviewDialog } from './PreviewDialog.tsx'
import { TakeAwayDialog } from './TakeAwayDialog.tsx'
import { useSaving } from './useSaving.ts'

/** The files that are kept, newest first; what was taken away stays, with the reason. */
export function AttachmentList({ rows }: { rows: readonly AttachmentView[] }) {
  const [shown, show] = useState<AttachmentView | null>(null)
  const [leaving, leave] = useState<AttachmentView | null>(null)
  return (
    <>
      <ul className="attachments">
        {rows.map((row) => (
          <li key={row.id}>
            <AttachmentFacts row={row} />
            {row.taken ? <Taken taken={row.taken} /> : <Acts row={row} onShow={show} onLeave={leave} />}
          </li>
        ))}
      </ul>
      {shown && <PreviewDialog attachment={shown} onClose={() => show(null)} />}
      {leaving && <TakeAwayDialog attachment={leaving} onClose={() => leave(null)} />}
    </>
  )
}

function AttachmentFacts({ row }: { row: AttachmentView }) {
  const t = useWords(attachmentsWords)
  const formats = useFormats()
  const kinds = useKinds()
  const sizes = useSizes()
  return (
    <div className="attachments-facts">
      <h3 dir="auto">
        <Written>{row.title}</Written>
      </h3>
      <p className="attachments-name">
        <bdi>
          <Written>{row.name}</Written>
        </bdi>
      </p>
      <p>
        <small>
          {kinds(row.kind)} · {sizes(row.bytes)} · {t('addedBy')} <PersonName>{row.addedBy.name}</PersonName>{' '}
          · <time dateTime={row.addedAt}>{formats.moment(row.addedAt)}</time>
        </small>
      </p>
    </div>
  )
}

type ActsProps = {
  row: AttachmentView
  onShow: (row: AttachmentView) => void
  onLeave: (row: AttachmentView) => void
}

function Acts({ row, onShow, onLeave }: ActsProps) {
  const t = useWords(attachmentsWords)
  const saving = useSaving()
  return (
    <div className="attachments-acts">
      {row.kind.startsWith('image/') && <Button onClick={() => onShow(row)}>{t('preview')}</Button>}
      <Button busy={saving.isPending} onClick={() => saving.mutate(row)}>
        {t('download')}
      </Button>
      <ActionButton
        ability={row.abilities.takeAway}
        reason={t('archived')}
        look="quiet"
        onClick={() => onLeave(row)}
      >
        {t('takeAway')}
      </ActionButton>
      <RefusalNote error={saving.error} />
    </div>
  )
}

function Taken({ taken: { by, at, reason } }: { taken: NonNullable<AttachmentView['taken']> }) {
  const t = useWords(attachmentsWords)
  const formats = useFormats()
  return (
    <div className="attachments-taken">
      <Badge tone="warn">{t('taken')}</Badge>{' '}
      <small>
        <PersonName>{by.name}</PersonName> · <time dateTime={at}>{formats.moment(at)}</time>
      </small>
      <p dir="auto">
        <Written>{reason}</Written>
      </p>
    </div>
  )
}
