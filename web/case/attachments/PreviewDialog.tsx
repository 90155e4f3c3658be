import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
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
  const address = useAddress(data)
  const [broken, setBroken] = useState(false)
  return (
    <Dialog open title={attachment.title} onClose={onClose}>
      {isPending && <Loading />}
      <RefusalNote error={error} />
      {broken && <Notice tone="warn">{t('notShown')}</Notice>}
      {address && !broken && (
        <img
          className="attachments-picture"
          src={address}
          alt={attachment.title}
          onError={() => setBroken(true)}
        />
      )}
    </Dialog>
  )
}

/** An address within this page for some bytes, as long as they are shown. */
function useAddress(content: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!content) return undefined
    const made = URL.createObjectURL(content)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  return address
}
