import { encodeCanonical } from './encoding.ts';
import { hashOf } from './hash.ts';
import { type AccountId, type DossierId, HASH_BYTES, idBytes, type SpaceId } from './ids.ts';
import { fail, ok, type Result } from './result.ts';
import { asBytes, asList, Fields, isRecord, readShape, refuse } from './shape.ts';
import { SIGNATURE_BYTES, verifySignature } from './signature-check.ts';

const VERSION = 1;

export const GENERATION_LIMITS = { bytes: 262_144, grants: 150, sealedBytes: 2048, linkBytes: 256 } as const;

/** A generation key, sealed to the members of an epoch or to one account. */
export type Grant =
  | { readonly to: 'epoch'; readonly sealed: Uint8Array }
  | { readonly to: 'account'; readonly account: AccountId; readonly sealed: Uint8Array };

export interface GenerationBody {
  readonly space: SpaceId;
  readonly dossier: DossierId;
  /** From 1, without gaps. */
  readonly generation: number;
  readonly epoch: number;
  readonly author: AccountId;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Granted to named accounts only. */
  readonly restricted: boolean;
  /** 32 bytes. */
  readonly commitment: Uint8Array;
  /** Hash of the previous header; null in the first. */
  readonly previous: Uint8Array | null;
  /** The previous generation's key, sealed under this one; null in the first. */
  readonly link: Uint8Array | null;
  readonly grants: readonly Grant[];
}

export interface GenerationHeader extends GenerationBody {
  /** Hash of the whole header, which the next one names as `previous`. */
  readonly hash: Uint8Array;
}

function writeGrant(grant: Grant): unknown {
  return grant.to === 'epoch' ? grant : { ...grant, account: idBytes(grant.account) };
}

function readGrant(value: unknown): Grant {
  const sealedBytes = GENERATION_LIMITS.sealedBytes;
  if (isRecord(value) && value['to'] === 'epoch') {
    const f = new Fields(value, 'grant', ['to', 'sealed']);
    return { to: 'epoch', sealed: f.bytes('sealed', 1, sealedBytes) };
  }
  const f = new Fields(value, 'grant', ['to', 'account', 'sealed']);
  return {
    to: f.oneOf('to', ['account']),
    account: f.id<AccountId>('account'),
    sealed: f.bytes('sealed', 1, sealedBytes),
  };
}

/** The bytes that the author of a generation signs. */
export function encodeGenerationBody(body: GenerationBody): Uint8Array {
  return encodeCanonical({
    ...body,
    space: idBytes(body.space),
    dossier: idBytes(body.dossier),
    author: idBytes(body.author),
    grants: body.grants.map(writeGrant),
  });
}

export function encodeGeneration(body: Uint8Array, signature: Uint8Array): Uint8Array {
  return encodeCanonical([VERSION, body, signature]);
}

const BODY_FIELDS =
  'space dossier generation epoch author time restricted commitment previous link grants'.split(' ');

function readBody(value: unknown): GenerationBody {
  const f = new Fields(value, 'generation', BODY_FIELDS);
  const body: GenerationBody = {
    space: f.hashId<SpaceId>('space'),
    dossier: f.id<DossierId>('dossier'),
    generation: f.int('generation', 1),
    epoch: f.int('epoch', 1),
    author: f.id<AccountId>('author'),
    time: f.int('time', 0),
    restricted: f.flag('restricted'),
    commitment: f.bytes('commitment', HASH_BYTES),
    previous: f.bytesOrNull('previous', HASH_BYTES),
    link: f.bytesOrNull('link', 1, GENERATION_LIMITS.linkBytes),
    grants: f.list('grants', 1, GENERATION_LIMITS.grants).map(readGrant),
  };
  const first = body.generation === 1;
  if ((body.previous === null) !== first || (body.link === null) !== first) {
    refuse('exactly the first generation has no previous one');
  }
  const accounts = body.grants.flatMap((grant) => (grant.to === 'account' ? [grant.account] : []));
  if (new Set(accounts).size !== accounts.length) refuse('granted to one account twice');
  const toEpoch = body.grants.length - accounts.length;
  if (body.restricted ? toEpoch > 0 : toEpoch !== 1 || accounts.length > 0) {
    refuse('granted either to the epoch or to named accounts');
  }
  return body;
}

interface SignedGeneration {
  readonly header: GenerationHeader;
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
}

async function readSigned(bytes: Uint8Array): Promise<Result<SignedGeneration>> {
  const outer = readShape(bytes, GENERATION_LIMITS.bytes, (value) => {
    if (asList(value, 'generation', 1, 8)[0] !== VERSION) {
      refuse('a generation header of another version', 'unsupported-version');
    }
    const [, body, signature] = asList(value, 'generation', 3, 3);
    return {
      body: asBytes(body, 'body', 1, GENERATION_LIMITS.bytes),
      signature: asBytes(signature, 'signature', SIGNATURE_BYTES),
    };
  });
  if (!outer.ok) return outer;
  const body = readShape(outer.value.body, GENERATION_LIMITS.bytes, readBody);
  if (!body.ok) return body;
  return ok({ header: { ...body.value, hash: await hashOf('generation-header', bytes) }, ...outer.value });
}

/**
 * Reads a generation header's shape and bounds; checks no signature.
 * Errors: `malformed`, `too-large`, `unsupported-version`.
 */
export async function readGeneration(bytes: Uint8Array): Promise<Result<GenerationHeader>> {
  const read = await readSigned(bytes);
  return read.ok ? ok(read.value.header) : read;
}

/** Reads a header and checks that the owner of `signKey` signed it. Errors: as reading, `bad-signature`. */
export async function verifyGeneration(
  bytes: Uint8Array,
  signKey: Uint8Array,
): Promise<Result<GenerationHeader>> {
  const read = await readSigned(bytes);
  if (!read.ok) return read;
  const { header, body, signature } = read.value;
  if (!(await verifySignature(signKey, 'generation', body, signature))) {
    return fail('bad-signature', 'not signed by its author');
  }
  return ok(header);
}
