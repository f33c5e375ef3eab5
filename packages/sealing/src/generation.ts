import type { Account } from './account.ts';
import { aesOpen, aesSeal, binding, importAesKey, openWith, sealWith } from './aead.ts';
import { equalBytes, type Randomness, systemRandomness } from './bytes.ts';
import { derive } from './derive.ts';
import { epochDropKeys } from './epoch.ts';
import {
  type Bars,
  encodeGeneration,
  encodeGenerationBody,
  GENERATION_LIMITS,
  type GenerationBody,
  type GenerationHeader,
  type Grant,
  NO_BARS,
  readGeneration,
  sortedBars,
  spaceGrantOf,
} from './generation-header.ts';
import { hashOf } from './hash.ts';
import { hpkeSeal } from './hpke.ts';
import { type AccountId, type DossierId, idBytes, type SpaceId } from './ids.ts';
import type { View } from './log-place.ts';
import type { MemberKeys } from './member-keys.ts';
import { fail, ok, type Result, unwrap } from './result.ts';
import { Secret } from './secret.ts';

type Place = Pick<GenerationHeader, 'space' | 'dossier' | 'generation'>;

/** An epoch's key grants thousands of generations: the key that opens their grants is derived once for each. */
const grantKeys = new WeakMap<Secret, Promise<CryptoKey>>();

function epochGrantKey(epochKey: Secret): Promise<CryptoKey> {
  // Refuses a wiped key, also where its grant key is still known.
  epochKey.expose();
  const known = grantKeys.get(epochKey);
  if (known) return known;
  const key = derive(epochKey, 'generation-grant').then(importAesKey);
  grantKeys.set(epochKey, key);
  return key;
}

function epochGrantBinding(at: Place, epoch: number): Uint8Array {
  return binding('generation-grant', idBytes(at.space), idBytes(at.dossier), at.generation, epoch);
}

function accountGrantInfo(at: Place, account: AccountId): Uint8Array {
  return binding(
    'generation-account',
    idBytes(at.space),
    idBytes(at.dossier),
    at.generation,
    idBytes(account),
  );
}

function spaceGrantInfo(at: Place, space: SpaceId, epoch: number): Uint8Array {
  return binding(
    'generation-space',
    idBytes(at.space),
    idBytes(at.dossier),
    at.generation,
    idBytes(space),
    epoch,
  );
}

function linkBinding(at: Place, to: number): Uint8Array {
  return binding('generation-link', idBytes(at.space), idBytes(at.dossier), at.generation, to);
}

export interface StartGeneration {
  readonly space: SpaceId;
  readonly dossier: DossierId;
  readonly epoch: number;
  readonly epochKey: Secret;
  readonly author: Account;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Null grants the generation to the whole epoch. */
  readonly restrictedTo: readonly MemberKeys[] | null;
  /** The last generation that could be opened; null where there is none. */
  readonly previous: { readonly header: GenerationHeader; readonly key: Secret } | null;
  /** The newest header, where that is another than `previous`: one that is no use to anybody. */
  readonly after?: GenerationHeader | null;
  readonly view: View;
  /** See `GenerationBody.open`; false by default. */
  readonly open?: boolean;
  /** Another space that reads too: its epoch and that epoch's drop key, as its charter has them. */
  readonly sharedWith?: {
    readonly space: SpaceId;
    readonly epoch: number;
    readonly dropKey: Uint8Array;
  } | null;
  /** Whether the grants respect the bars is `grantFault`'s question, not asked here. */
  readonly barred?: Bars;
  /** See `GenerationBody.restates`; the first of them are named. */
  readonly restates?: readonly Uint8Array[];
  readonly random?: Randomness;
}

async function grantsOf(options: StartGeneration, at: Place, key: Secret): Promise<Grant[]> {
  const own = await ownGrants(options, at, key);
  const { sharedWith, random = systemRandomness } = options;
  if (!sharedWith) return own;
  const { space, epoch, dropKey } = sharedWith;
  const sealed = await hpkeSeal(dropKey, spaceGrantInfo(at, space, epoch), key.expose(), random);
  return [...own, { to: 'space', space, epoch, sealed }];
}

async function ownGrants(options: StartGeneration, at: Place, key: Secret): Promise<Grant[]> {
  const { epoch, epochKey, restrictedTo, random = systemRandomness } = options;
  if (restrictedTo === null) {
    const sealed = await aesSeal(
      await epochGrantKey(epochKey),
      epochGrantBinding(at, epoch),
      key.expose(),
      random,
    );
    return [{ to: 'epoch', sealed }];
  }
  const grants: Grant[] = [];
  for (const { account, encKey } of restrictedTo) {
    const sealed = await hpkeSeal(encKey, accountGrantInfo(at, account), key.expose(), random);
    grants.push({ to: 'account', account, sealed });
  }
  return grants;
}

/**
 * Makes a new key for a dossier, granted to the members of an epoch or to named accounts, and perhaps to another space
 * beside them. Throws when `restrictedTo` is empty, names someone twice or over 150 accounts.
 */
export async function startGeneration(
  options: StartGeneration,
): Promise<{ readonly bytes: Uint8Array; readonly header: GenerationHeader; readonly key: Secret }> {
  const { space, dossier, epoch, author, time, restrictedTo, previous, random = systemRandomness } = options;
  const key = new Secret(random(32));
  const newest = options.after ?? previous?.header ?? null;
  const at: Place = { space, dossier, generation: newest === null ? 1 : newest.generation + 1 };
  const body: GenerationBody = {
    ...at,
    epoch,
    author: author.id,
    time,
    restricted: restrictedTo !== null,
    commitment: await hashOf('generation-commitment', key.expose()),
    previous: newest === null ? null : newest.hash,
    link: previous === null ? null : await linkTo(previous, key, at, random),
    open: options.open ?? false,
    view: options.view,
    grants: await grantsOf(options, at, key),
    barred: sortedBars(options.barred ?? NO_BARS),
    restates: (options.restates ?? []).slice(0, GENERATION_LIMITS.restates),
  };
  const encoded = encodeGenerationBody(body);
  const bytes = encodeGeneration(encoded, await author.signing.sign('generation', encoded));
  return { bytes, header: unwrap(await readGeneration(bytes)), key };
}

/** The previous key, sealed under the new one. */
async function linkTo(
  previous: NonNullable<StartGeneration['previous']>,
  key: Secret,
  at: Place,
  random: Randomness,
): Promise<GenerationHeader['link']> {
  const { generation } = previous.header;
  const linkKey = await derive(key, 'generation-link');
  return {
    generation,
    sealed: await sealWith(linkKey, linkBinding(at, generation), previous.key.expose(), random),
  };
}

async function committed(opened: Result<Uint8Array>, header: GenerationHeader): Promise<Result<Secret>> {
  if (!opened.ok) return opened;
  const commitment = await hashOf('generation-commitment', opened.value);
  if (equalBytes(commitment, header.commitment)) return ok(new Secret(opened.value));
  return fail('commitment-mismatch', 'not the key that the header signed for');
}

/**
 * The key of a generation, for a member of its epoch or a named account. `epochKey` is that of `header.epoch`.
 * Errors: `not-granted`, `wrong-key`, `commitment-mismatch`, `malformed`, `unsupported-version`.
 */
export async function openGeneration(
  header: GenerationHeader,
  reader: { readonly epochKey: Secret | null; readonly account: Account },
): Promise<Result<Secret>> {
  const { epochKey, account } = reader;
  for (const grant of header.grants) {
    if (grant.to === 'account' && grant.account === account.id) {
      return committed(
        await account.encryption.open(accountGrantInfo(header, account.id), grant.sealed),
        header,
      );
    }
    if (grant.to === 'epoch' && epochKey !== null) {
      const at = epochGrantBinding(header, header.epoch);
      return committed(await aesOpen(await epochGrantKey(epochKey), at, grant.sealed), header);
    }
  }
  return fail('not-granted', 'this generation was not granted to this reader');
}

/**
 * The key of a generation, for a member of the other space that it was granted to. `epochKey` is that space's key of
 * the epoch that the grant names. Errors: as `openGeneration`.
 */
export async function openSharedGeneration(
  header: GenerationHeader,
  reader: { readonly space: SpaceId; readonly epochKey: Secret },
): Promise<Result<Secret>> {
  const grant = spaceGrantOf(header);
  if (grant?.space !== reader.space)
    return fail('not-granted', 'this generation was not granted to this space');
  const keys = await epochDropKeys(reader.epochKey);
  return committed(await keys.open(spaceGrantInfo(header, grant.space, grant.epoch), grant.sealed), header);
}

/**
 * The key of the generation that this one links to, for whoever holds this one's. That `previous` is of this dossier's chain
 * is the caller's to know. Errors: `bad-chain` when it is not the one linked to, else as `openGeneration`.
 */
export async function openPreviousGeneration(
  header: GenerationHeader,
  key: Secret,
  previous: GenerationHeader,
): Promise<Result<Secret>> {
  const { link } = header;
  const direct = previous.generation === header.generation - 1;
  if (
    link === null ||
    link.generation !== previous.generation ||
    (direct && !(header.previous !== null && equalBytes(header.previous, previous.hash)))
  ) {
    return fail('bad-chain', 'not the generation that this one links to');
  }
  const linkKey = await derive(key, 'generation-link');
  return committed(await openWith(linkKey, linkBinding(header, link.generation), link.sealed), previous);
}
