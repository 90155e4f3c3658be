/** Why content is not taken. */
export const fileProblems = [
  'empty',
  'kind-not-accepted',
  'archive-too-large',
  'archive-unsafe',
  'holds-macros',
  'image-broken',
  'image-too-large',
  'text-unreadable',
] as const
export type FileProblem = (typeof fileProblems)[number]

/** Content that is not taken, and why. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem)
    this.problem = problem
  }
}

/** Every kind that is taken. */
export const fileKinds = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'audio/mpeg',
  'audio/mp4',
] as const
export type FileKind = (typeof fileKinds)[number]

/** The most pixels an image may have: a small file may unfold to more than any memory. */
export const mostPixels = 100_000_000
