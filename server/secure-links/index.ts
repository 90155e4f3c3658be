export { endLink, issueLink, type LinkReceiver, linksOf } from './links.actions.ts'
export { opensFor, type Subject } from './links.repository.ts'
export { aToken, hashOf } from './secrets.ts'
