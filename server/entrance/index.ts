export { type DeclaredRoute, declaredRoutes } from './declared.ts'
export { type Enter, entrance } from './enter.ts'
export { actorFrom, cookieName, recogniseActors, tokenHash, tokenOf } from './recognise.ts'
export type { RouteOptions, Routes } from './routes.ts'
