import { useMutation } from '@tanstack/react-query'
import type { AttachmentView } from '#contract/case/attachments.ts'
import { fetchContent } from './attachments.api.ts'

/** Fetches a file and lets the browser save it under its name; a refusal is said instead of saved. */
export function useSaving() {
  return useMutation({
    mutationFn: async (attachment: AttachmentView) => {
      const address = URL.createObjectURL(await fetchContent(attachment))
      const link = document.createElement('a')
      link.href = address
      link.download = attachment.name
      link.click()
      // The browser has taken hold of the bytes by then.
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    },
  })
}
