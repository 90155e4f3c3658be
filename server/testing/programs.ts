import { shipped } from '#server/platform/project-folder.ts'

/** The server as people run it, made of the sources before the first test. */
export const serverProgram = shipped('dist/programs/server.mjs')
