import type { NoticeBasis } from '#contract/case/notice-first.ts'
import { RefusedByServer } from '#web/app/api.ts'

/** Whether the server said that the notice comes first. */
export const isNoticeFirst = (refusal: unknown): refusal is RefusedByServer =>
  refusal instanceof RefusedByServer && refusal.code === 'intake/notice-first'

/** What an act was refused for, without the notice once that was told. */
export const afterNotice = (refusal: unknown, basis: NoticeBasis | null): unknown =>
  isNoticeFirst(refusal) && basis !== null ? null : refusal
