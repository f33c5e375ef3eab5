/** Everything that seals, opens, signs and checks. The server imports `@dayaq/sealing/verify` instead. */
export {
  type Account,
  accountId,
  deriveUnlock,
  newAccountRoot,
  newDeviceSecret,
  openAccountKeys,
  openRoot,
  sealRoot,
  type Unlock,
} from './account.ts';
export * from './blob.ts';
export { createCharter, signAct } from './charter-acts.ts';
export * from './drop.ts';
export {
  epochDropKeys,
  epochPublic,
  letterPass,
  linkEpoch,
  newEpochKey,
  openEpochLink,
  timerId,
  unwrapEpochKey,
  wrapEpochKey,
} from './epoch.ts';
export * from './generation.ts';
export type { EncryptionKeys } from './hpke.ts';
export * from './letter.ts';
export * from './letter-content.ts';
export { type ApplicationContent, readApplication, writeApplication } from './application-content.ts';
export {
  readSheetContent,
  sheetRecord,
  type SheetContent,
  sheetsDossier,
  tokenRecord,
  writeSheetContent,
} from './sheet-content.ts';
export * from './survey-code.ts';
export { joinProof } from './join-proof.ts';
export { canonicalPassphrase } from './canonical-passphrase.ts';
export { kitNumbers, kitWords, nearKitWords, readKit } from './kit.ts';
export * from './link.ts';
export { idFromName, namingKey, spaceNamingKey } from './named-id.ts';
export { padTo, unpad } from './pad.ts';
export { generatePassphrase, type PassphraseStrength, passphraseStrength } from './passphrase.ts';
export * from './receipt-words.ts';
export { type Rotation, rotateAct } from './rotation.ts';
export * from './seal.ts';
export { signSignIn } from './sign-in.ts';
export { isBundleSignedBy, keyFingerprint, signBundle } from './bundle-signature.ts';
export { signingKeys } from './signature.ts';
export * from './verify.ts';
