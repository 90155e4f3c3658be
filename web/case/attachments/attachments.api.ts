import { infiniteQueryOptions } from '@tanstack/react-query'
import { AttachmentPage, AttachmentView } from '#contract/case/attachments.ts'
import { api, headersOfPage, refusalFrom, ServerUnreachable } from '#web/app/api.ts'
import { fetchFile } from '#web/app/saving.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

/** The files of a case, newest first, page by page. */
export const attachmentsQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: [...caseKey(caseId), 'attachments'],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `?after=${encodeURIComponent(pageParam)}`
      const path = `/api/cases/${caseId}/attachments${after}` as const
      return (await api.get(path, AttachmentPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

type Place = Pick<AttachmentView, 'caseId' | 'id'>

/** The content of a file. What comes is never shown by the browser itself: it is saved, or drawn as a picture. */
export const fetchContent = async ({ caseId, id }: Place): Promise<Blob> =>
  (await fetchFile(`/api/cases/${caseId}/attachments/${id}/content`)).content

/** Takes a file away, and why. */
export const takeAway = ({ caseId, id, version }: Place & { version: number }, reason: string) =>
  api.put(`/api/cases/${caseId}/attachments/${id}/removal`, AttachmentView, { body: { reason }, version })

/** A file on its way: its id and key stay the same when it is tried again, so that it arrives once. */
export type Sending = Readonly<{ id: string; idempotencyKey: string; title: string; file: File }>

type Way = Readonly<{ signal: AbortSignal; onProgress: (sent: number) => void }>

/** Sends one file, telling how far it is: only XMLHttpRequest tells that of what is sent. */
export function sendFile(caseId: string, { id, idempotencyKey, title, file }: Sending, way: Way) {
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    const end = () => way.signal.removeEventListener('abort', abort)
    const abort = () => request.abort()
    request.open('POST', `/api/cases/${caseId}/attachments`)
    const headers = {
      ...headersOfPage(),
      'Content-Type': 'application/octet-stream',
      'Idempotency-Key': idempotencyKey,
      'Attachment-Id': id,
      'Attachment-Title': encodeURIComponent(title),
      'Attachment-Name': encodeURIComponent(file.name),
    }
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded }) => way.onProgress(loaded))
    request.addEventListener('loadend', end)
    request.addEventListener('error', () => reject(new ServerUnreachable('no answer')))
    request.addEventListener('abort', () => reject(new Stopped('stopped')))
    request.addEventListener('load', () => {
      if (request.status === 201) return resolve()
      const body = request.status === 0 ? null : request.responseText
      refusalFrom(new Response(body, { status: request.status })).then(reject, reject)
    })
    way.signal.addEventListener('abort', abort)
    request.send(file)
  })
}

/** Whoever sent a file stopped it. */
export class Stopped extends Error {}
