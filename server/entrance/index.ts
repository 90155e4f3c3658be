export { type DeclaredRoute, declaredRoutes } from './declared.ts'
export { type Enter, entrance } from './enter.ts'
export { enterJob, type Job } from './enter-job.ts'
export {
  actorFrom,
  cookieName,
  type RecogniseAnew,
  recogniseActors,
  tokenHash,
  tokenOf,
} from './recognise.ts'
export { endTold, linkActorOf, linkCookieName } from './recognise-link.repository.ts'
export { recognised } from './recognise.repository.ts'
export { sendWritten } from './send-written.ts'
export type { RouteOptions, Routes } from './routes.ts'
