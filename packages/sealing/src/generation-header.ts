import { encodeCanonical } from './encoding.ts';
import { hashOf } from './hash.ts';
import { type AccountId, type DossierId, HASH_BYTES, idBytes, type SpaceId } from './ids.ts';
import { readView, type View, writeView } from './log-place.ts';
import { fail, ok, type Result } from './result.ts';
import { asBytes, asId, asList, Fields, isRecord, readShape, refuse } from './shape.ts';
import { SIGNATURE_BYTES, verifySignature } from './signature-check.ts';

const VERSION = 1;

/** `grants` counts the accounts (or the one epoch); another space comes on top. */
export const GENERATION_LIMITS = {
  bytes: 262_144,
  grants: 150,
  barred: 64,
  restates: 32,
  sealedBytes: 2048,
  linkBytes: 256,
} as const;

/** The key of a generation, sealed to another space's drop key: to every member of that epoch of it. */
export interface SpaceGrant {
  readonly to: 'space';
  readonly space: SpaceId;
  /** That space's epoch. */
  readonly epoch: number;
  readonly sealed: Uint8Array;
}

/** A generation key, sealed to the members of an epoch, to one account or to another space. */
export type Grant =
  | { readonly to: 'epoch'; readonly sealed: Uint8Array }
  | { readonly to: 'account'; readonly account: AccountId; readonly sealed: Uint8Array }
  | SpaceGrant;

/** Whom this generation, and every later one of its dossier, must not be granted to. Sorted, each named once. */
export interface Bars {
  readonly spaces: readonly SpaceId[];
  readonly accounts: readonly AccountId[];
}

export const NO_BARS: Bars = { spaces: [], accounts: [] };

export interface GenerationBody {
  readonly space: SpaceId;
  readonly dossier: DossierId;
  /** From 1, without gaps. */
  readonly generation: number;
  readonly epoch: number;
  readonly author: AccountId;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Within its own space, granted to named accounts only. */
  readonly restricted: boolean;
  /** 32 bytes. */
  readonly commitment: Uint8Array;
  /** Hash of the previous header; null in the first. */
  readonly previous: Uint8Array | null;
  /**
   * The key of the last generation before that could be opened, sealed under this one: the previous one's, unless that was
   * no use to anybody. Null where there is none.
   */
  readonly link: { readonly generation: number; readonly sealed: Uint8Array } | null;
  /** The dossier is every member's for good: no generation of it may be closed to anybody. Said by the first, kept by all. */
  readonly open: boolean;
  /** What the author's device had verified. */
  readonly view: View;
  readonly grants: readonly Grant[];
  /** Not encoded when it names nobody. */
  readonly barred: Bars;
  /**
   * Nobody asked for this one: it says again who read the dossier in a log that a restore took back, and these headers of it
   * were known to its author: hashes, the newest first. Not encoded when empty.
   */
  readonly restates: readonly Uint8Array[];
}

export interface GenerationHeader extends GenerationBody {
  /** Hash of the whole header, which the next one names as `previous`. */
  readonly hash: Uint8Array;
}

function writeGrant(grant: Grant): unknown {
  if (grant.to === 'epoch') return grant;
  return grant.to === 'space'
    ? { ...grant, space: idBytes(grant.space) }
    : { ...grant, account: idBytes(grant.account) };
}

function readGrant(value: unknown): Grant {
  const sealedBytes = GENERATION_LIMITS.sealedBytes;
  if (isRecord(value) && value['to'] === 'epoch') {
    const f = new Fields(value, 'grant', ['to', 'sealed']);
    return { to: 'epoch', sealed: f.bytes('sealed', 1, sealedBytes) };
  }
  if (isRecord(value) && value['to'] === 'space') {
    const f = new Fields(value, 'grant', ['to', 'space', 'epoch', 'sealed']);
    return {
      to: 'space',
      space: f.hashId<SpaceId>('space'),
      epoch: f.int('epoch', 1),
      sealed: f.bytes('sealed', 1, sealedBytes),
    };
  }
  const f = new Fields(value, 'grant', ['to', 'account', 'sealed']);
  return {
    to: f.oneOf('to', ['account']),
    account: f.id<AccountId>('account'),
    sealed: f.bytes('sealed', 1, sealedBytes),
  };
}

function barsNobody({ spaces, accounts }: Bars): boolean {
  return spaces.length === 0 && accounts.length === 0;
}

/** The same bars in the one order in which they are written. */
export function sortedBars({ spaces, accounts }: Bars): Bars {
  return { spaces: [...new Set(spaces)].sort(), accounts: [...new Set(accounts)].sort() };
}

/** The bytes that the author of a generation signs. */
export function encodeGenerationBody({ barred, restates, ...body }: GenerationBody): Uint8Array {
  return encodeCanonical({
    ...body,
    space: idBytes(body.space),
    dossier: idBytes(body.dossier),
    author: idBytes(body.author),
    view: writeView(body.view),
    grants: body.grants.map(writeGrant),
    ...(barsNobody(barred)
      ? {}
      : { barred: { spaces: barred.spaces.map(idBytes), accounts: barred.accounts.map(idBytes) } }),
    ...(restates.length === 0 ? {} : { restates }),
  });
}

export function encodeGeneration(body: Uint8Array, signature: Uint8Array): Uint8Array {
  return encodeCanonical([VERSION, body, signature]);
}

const BODY_FIELDS =
  'space dossier generation epoch author time restricted commitment previous link open view grants'.split(
    ' ',
  );
const LEFT_OUT_WHEN_EMPTY = ['barred', 'restates'];

function isSorted(ids: readonly string[]): boolean {
  return ids.every((id, i) => i === 0 || id > (ids[i - 1] as string));
}

function readBars(value: unknown): Bars {
  const f = new Fields(value, 'barred', ['spaces', 'accounts']);
  const list = (name: string) => f.list(name, 0, GENERATION_LIMITS.barred);
  const barred: Bars = {
    spaces: list('spaces').map((id) => asId<SpaceId>(id, 'spaces', HASH_BYTES)),
    accounts: list('accounts').map((id) => asId<AccountId>(id, 'accounts')),
  };
  if (barsNobody(barred)) refuse('bars that name nobody are left out');
  if (!isSorted(barred.spaces) || !isSorted(barred.accounts)) refuse('bars are sorted, each named once');
  return barred;
}

function readLink(value: unknown, generation: number): GenerationBody['link'] {
  if (value === null) return null;
  const f = new Fields(value, 'link', ['generation', 'sealed']);
  return {
    generation: f.int('generation', 1, generation - 1),
    sealed: f.bytes('sealed', 1, GENERATION_LIMITS.linkBytes),
  };
}

function readBody(value: unknown): GenerationBody {
  const has = (name: string): boolean => isRecord(value) && Object.hasOwn(value, name);
  const f = new Fields(value, 'generation', [...BODY_FIELDS, ...LEFT_OUT_WHEN_EMPTY.filter(has)]);
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
    link: readLink(f.raw('link'), f.int('generation', 1)),
    open: f.flag('open'),
    view: readView(f.raw('view')),
    grants: f.list('grants', 1, GENERATION_LIMITS.grants + 1).map(readGrant),
    barred: has('barred') ? readBars(f.raw('barred')) : NO_BARS,
    restates: has('restates')
      ? f.list('restates', 1, GENERATION_LIMITS.restates).map((each) => asBytes(each, 'restates', HASH_BYTES))
      : [],
  };
  const first = body.generation === 1;
  if ((body.previous === null) !== first) refuse('exactly the first generation has no previous one');
  const accounts = body.grants.flatMap((grant) => (grant.to === 'account' ? [grant.account] : []));
  if (new Set(accounts).size !== accounts.length) refuse('granted to one account twice');
  const toEpoch = body.grants.filter((grant) => grant.to === 'epoch').length;
  if (
    body.restricted
      ? toEpoch > 0 || accounts.length === 0 || accounts.length > GENERATION_LIMITS.grants
      : toEpoch !== 1 || accounts.length > 0
  ) {
    refuse('granted either to the epoch or to named accounts');
  }
  const spaces = body.grants.filter((grant) => grant.to === 'space');
  if (spaces.length > 1) refuse('granted to more than one other space');
  if (spaces[0]?.space === body.space) refuse('granted to its own space as if to another');
  return body;
}

/** Names a whole header: what the next one calls `previous`, and what it counts for in the log. */
export function generationHash(header: Uint8Array): Promise<Uint8Array> {
  return hashOf('generation-header', header);
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
  return ok({ header: { ...body.value, hash: await generationHash(bytes) }, ...outer.value });
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

/** The other space that a generation is granted to, if any. */
export function spaceGrantOf(header: Pick<GenerationBody, 'grants'>): SpaceGrant | null {
  return header.grants.find((grant) => grant.to === 'space') ?? null;
}
