import { useMutation } from '@tanstack/react-query'
import type { AttachmentView } from '#contract/case/attachments.ts'
import { saveAs } from '#web/app/saving.ts'
import { fetchContent } from './attachments.api.ts'

/** Fetches a file and lets the browser save it under its name; a refusal is said instead of saved. */
export function useSaving() {
  return useMutation({
    mutationFn: async (attachment: AttachmentView) =>
      saveAs({ content: await fetchContent(attachment), name: attachment.name }),
  })
}
