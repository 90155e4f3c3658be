export { type AgencyKeys, KeysMovedOn, type Seal } from './agency-keys.ts'
export {
  type InstallationKey,
  installationKeys,
  type InstallationKeys,
  keyFilePath,
  makeKeyFile,
} from './installation-key.ts'
export { type Asking, editionsOf, type Keyring, openKeyring } from './keyring.ts'
export { rotateKeys } from './rotation.ts'
export { type Sealed, versionOf } from './sealing.ts'
