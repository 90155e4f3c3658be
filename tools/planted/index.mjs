import { attachments } from './attachments.mjs'
import { audit } from './audit.mjs'
import { breakGlass } from './break-glass.mjs'
import { clientLinks } from './client-links.mjs'
import { codeLists } from './code-lists.mjs'
import { reception } from './reception.mjs'
import { consent } from './consent.mjs'
import { questionnaires } from './questionnaires.mjs'
import { drawings } from './drawings.mjs'
import { scales } from './scales.mjs'
import { directory } from './directory.mjs'
import { drafts } from './drafts.mjs'
import { evidence } from './evidence.mjs'
import { fileCopies } from './file-copies.mjs'
import { house } from './house.mjs'
import { interviewing } from './interviewing.mjs'
import { keeping } from './keeping.mjs'
import { partners } from './partners.mjs'
import { people } from './people.mjs'
import { rights } from './rights.mjs'
import { secrets } from './secrets.mjs'
import { sharing } from './sharing.mjs'
import { settings } from './settings.mjs'
import { speed } from './speed.mjs'

/** Every defect that is put in on purpose: its name, the file, the text in it, what stands there instead, and the command that must notice. */
export const mutants = [
  ...house,
  ...rights,
  ...secrets,
  ...audit,
  ...keeping,
  ...attachments,
  ...breakGlass,
  ...consent,
  ...fileCopies,
  ...reception,
  ...questionnaires,
  ...drawings,
  ...scales,
  ...evidence,
  ...directory,
  ...interviewing,
  ...clientLinks,
  ...sharing,
  ...partners,
  ...people,
  ...settings,
  ...codeLists,
  ...drafts,
  ...speed,
]
