/**
 * The part of sealing that opens nothing: all that the server may import. `verify.test.ts` walks what this
 * imports and proves that no cipher, key agreement or passphrase code is among it.
 */
export * from './base64url.ts';
export { concatBytes, equalBytes, type Randomness, systemRandomness, toHex, utf8 } from './bytes.ts';
export { isBundleSignedBy, keyFingerprint } from './bundle-signature.ts';
export { continuesFrom, extendCharter, foldCharter, foldExcerpt, namedAlike } from './charter.ts';
export { charterHead, readCharterEntry, spaceId } from './charter-encoding.ts';
export * from './charter-types.ts';
export * from './door.ts';
export { decodeCanonical, encodeCanonical } from './encoding.ts';
export {
  type Bars,
  GENERATION_LIMITS,
  generationHash,
  type GenerationHeader,
  type Grant,
  NO_BARS,
  readGeneration,
  sortedBars,
  type SpaceGrant,
  spaceGrantOf,
  verifyGeneration,
} from './generation-header.ts';
export * from './generation-rules.ts';
export { hashOf, sha256 } from './hash.ts';
export * from './ids.ts';
export * from './letter-work-input.ts';
export * from './log-place.ts';
export { verifyJoinProof } from './join-proof.ts';
export { ENC_KEY_SIZE, type MemberKeys } from './member-keys.ts';
export { pollMessage, verifyPoll } from './poll.ts';
export * from './result.ts';
export * from './seal-size.ts';
export { Secret } from './secret.ts';
export { asBytes, asId, asList, Fields, isRecord, readShape, refuse } from './shape.ts';
export { signInMessage, verifySignIn } from './sign-in.ts';
export type { SigningKeys } from './signature.ts';
export { SIGN_KEY_BYTES, SIGNATURE_BYTES, type SignatureCheck, verifySignature } from './signature-check.ts';
