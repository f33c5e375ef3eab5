import { LIMITS, type Request } from '@dayaq/protocol';
import { toHex } from '@dayaq/sealing/verify';
import type { Transaction } from 'kysely';
import { type Refused, refuse } from '../refused.ts';
import { findDossier } from '../storage/dossiers.ts';
import type { Schema } from '../storage/schema.ts';
import { insertShared, type ShareRow, storedEntries } from '../storage/shares.ts';
import { findSpace, lockSpace, type SpaceRow, updateSpace } from '../storage/spaces.ts';
import { accessShare } from './access.ts';

type Body = Request<'shares/append'>;
type Entry = Body['entries'][number];

const nameOf = ({ id, g }: Pick<Entry, 'id' | 'g'>): string => `${toHex(id)}/${g}`;

/** Entries that the log does not hold yet under their generation, each once. */
async function withoutStored(
  tx: Transaction<Schema>,
  { owner: space, dossier, entries }: Body,
): Promise<Entry[]> {
  const ids = entries.map((entry) => entry.id);
  const seen = new Set((await storedEntries(tx, { space, dossier }, ids)).map(nameOf));
  return entries.filter((entry) => {
    const name = nameOf(entry);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** After the end a few small words, by which the recipient says that it knows. */
function refuseLate(share: ShareRow, entries: readonly Entry[]): Refused | null {
  const fits =
    share.late + entries.length <= LIMITS.lateEntries &&
    entries.every(({ g, sealed }) => g === share.generation && sealed.length <= LIMITS.lateEntry);
  return fits ? null : refuse('share-ended');
}

async function refuseLive(
  tx: Transaction<Schema>,
  body: Body,
  share: ShareRow,
  owner: SpaceRow,
  entries: readonly Entry[],
): Promise<Refused | null> {
  const dossier = await findDossier(tx, body.owner, body.dossier);
  const peer = await findSpace(tx, body.space);
  if (!dossier || !peer) return refuse('not-allowed');
  if (owner.rotationOwed || peer.rotationOwed) return refuse('rotation-owed');
  const stale =
    dossier.epoch !== owner.epoch ||
    share.peerEpoch !== peer.epoch ||
    entries.some(({ g }) => g !== dossier.generation);
  if (stale) return refuse('generation-stale');
  return share.entries + entries.length > LIMITS.entriesPerShare ? refuse('too-large', 'entries') : null;
}

/** Takes a recipient's entries into the owner's log, under the owner's lock: all that are new, or none. */
export async function appendShared(
  tx: Transaction<Schema>,
  account: Uint8Array,
  body: Body,
): Promise<number | Refused> {
  const { owner, dossier } = body;
  const row = await lockSpace(tx, owner);
  const access = row && (await accessShare(tx, { peer: body.space, owner, dossier, account }));
  if (!row || !access || access.member.role === 'viewer') return refuse('not-allowed');
  const { share } = access;
  const fresh = await withoutStored(tx, body);
  if (fresh.length === 0) return row.position;
  const late = share.endedAt !== null;
  const refused = late ? refuseLate(share, fresh) : await refuseLive(tx, body, share, row, fresh);
  if (refused) return refused;
  await insertShared(tx, { space: owner, dossier, late }, fresh, row.position);
  const position = row.position + fresh.length;
  await updateSpace(tx, owner, { ...row, position });
  return position;
}
