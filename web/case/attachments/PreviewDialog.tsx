import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { AttachmentView } from '#contract/case/attachments.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Dialog, Loading, Notice } from '#web/ui/index.ts'
import { fetchContent } from './attachments.api.ts'
import { attachmentsWords } from './attachments.words.ts'

type PreviewDialogProps = { attachment: AttachmentView; onClose: () => void }

/** A picture over the page, drawn from the bytes that were fetched; closed, nothing of it is kept. */
export function PreviewDialog({ attachment, onClose }: PreviewDialogProps) {
  const t = useWords(attachmentsWords)
  const { data, error, isPending } = useQuery({
    queryKey: ['attachment-content', attachment.id],
    queryFn: () => fetchContent(attachment),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const drawn = useDrawn(data)
  const [broken, setBroken] = useState(false)
  return (
    <Dialog open title={attachment.title} onClose={onClose}>
      {isPending && <Loading />}
      <RefusalNote error={error} />
      {broken && <Notice tone="warn">{t('notShown')}</Notice>}
      {data && !broken && (
        <img
          ref={drawn}
          className="attachments-picture"
          alt={attachment.title}
          onError={() => setBroken(true)}
        />
      )}
    </Dialog>
  )
}

/** Draws some bytes in an image, by an address within this page that is given up with the image. */
function useDrawn(content: Blob | undefined) {
  return useCallback(
    (image: HTMLImageElement) => {
      if (!content) return undefined
      const address = URL.createObjectURL(content)
      image.src = address
      return () => URL.revokeObjectURL(address)
    },
    [content],
  )
}
