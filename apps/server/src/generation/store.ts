import {
  type AccountId,
  bindsOthers,
  currentMembers,
  type CharterState,
  equalBytes,
  type DossierId,
  derivedDossier,
  type GenerationHeader,
  grantFault,
  idBytes,
  idText,
  readGeneration,
  spaceGrantOf,
  type SpaceId,
  verifyGeneration,
} from '@dayaq/sealing/verify';
import type { Transaction } from 'kysely';
import { Refused, refuse } from '../refused.ts';
import type { Charters } from '../storage/charters.ts';
import { chainToEnd, standsBehind } from '../storage/chain.ts';
import { findDossier, findHeader, mayRead, replaceDossier } from '../storage/dossiers.ts';
import { insertLog } from '../storage/log.ts';
import { LOG_GENERATION, type Schema } from '../storage/schema.ts';
import { replaceShare } from '../storage/shares.ts';
import { type Chain, findSpace } from '../storage/spaces.ts';
import { readersOf } from './readers.ts';

export interface Writing {
  tx: Transaction<Schema>;
  space: Uint8Array;
  account: Uint8Array;
  charter: CharterState;
  charters: Charters;
  logId: Uint8Array;
  /** How far the running hash is known; taken further where a header needs it. */
  chain: Chain;
}

/** The header if it was signed by the caller, a member of the space, for members only; else why not. */
async function verified(writing: Writing, bytes: Uint8Array): Promise<GenerationHeader | Refused> {
  const { charter, account } = writing;
  const read = await readGeneration(bytes);
  if (!read.ok) {
    const newer = read.error.code === 'unsupported-version';
    return newer ? refuse('version-mismatch') : refuse('generation-invalid', read.error.code);
  }
  const author = charter.members.get(idText<AccountId>(account));
  if (!author || read.value.author !== author.account) return refuse('not-allowed');
  const header = await verifyGeneration(bytes, author.signKey);
  if (!header.ok) return refuse('generation-invalid', header.error.code);
  if (header.value.space !== idText<SpaceId>(writing.space)) return refuse('generation-invalid', 'space');
  const members = new Set<AccountId>(currentMembers(charter).map((member) => member.account));
  const readers = readersOf(header.value);
  if (header.value.restricted !== readers.length > 0) return refuse('generation-invalid', 'grants');
  if (readers.some((reader) => !members.has(reader))) return refuse('generation-invalid', 'grants');
  return header.value;
}

/**
 * Stores one generation header at `position` and answers its dossier; null when exactly this header is stored already. The number
 * must follow the dossier's newest, whose hash it must name; and a restricted dossier is taken on only by its readers.
 */
export async function storeGeneration(
  writing: Writing,
  bytes: Uint8Array,
  position: number,
): Promise<Uint8Array | null | Refused> {
  const { tx, space, account, charter } = writing;
  const header = await verified(writing, bytes);
  if ('refusal' in header) return header;
  const dossier = idBytes(header.dossier);
  const newest = await findDossier(tx, space, dossier);
  if (newest && !(await mayRead(tx, space, dossier, newest, account))) return refuse('not-allowed');
  const last = newest?.generation ?? 0;
  if (header.generation <= last) {
    const stored = await findHeader(tx, space, dossier, header.generation);
    return stored && equalBytes(stored, bytes) ? null : refuse('generation-exists');
  }
  if (charter.rotationOwed) return refuse('rotation-owed');
  if (header.epoch !== charter.epoch.number) return refuse('generation-stale', 'epoch');
  if (header.generation !== last + 1) return refuse('generation-unknown', 'previous');
  const previous = await previousOf(writing, header, last);
  if (previous instanceof Refused) return previous;
  const fault =
    (await refuseClosable(header, previous)) ??
    (await refuseGrants(writing, header, previous)) ??
    (await refusePlace(writing, header, previous, position));
  if (fault) return fault;

  await insertLog(tx, space, [
    { position, kind: LOG_GENERATION, dossier, number: header.generation, body: bytes },
  ]);
  const { generation, epoch, restricted } = header;
  await replaceDossier(tx, space, dossier, { generation, epoch, restricted }, readersOf(header).map(idBytes));
  await replaceShare(tx, header, position);
  return dossier;
}

/** The header that this one says it follows; null for a dossier's first. */
async function previousOf(
  writing: Writing,
  header: GenerationHeader,
  last: number,
): Promise<GenerationHeader | null | Refused> {
  const invalid = refuse('generation-invalid', 'previous');
  if (last === 0) return header.previous === null ? null : invalid;
  const stored = await findHeader(writing.tx, writing.space, idBytes(header.dossier), last);
  const previous = stored && (await readGeneration(stored));
  if (!previous?.ok || header.previous === null) return invalid;
  return equalBytes(previous.value.hash, header.previous) ? previous.value : invalid;
}

/** The roster is every member's from its first header on, so that nobody can close it. */
async function refuseClosable(
  header: GenerationHeader,
  previous: GenerationHeader | null,
): Promise<Refused | null> {
  if (previous !== null || header.open) return null;
  const roster: DossierId = await derivedDossier(header.space, 'roster');
  return header.dossier === roster ? refuse('generation-invalid', 'not-closable') : null;
}

/**
 * A header names the charter as it stands and this life of the log, so that no device has a reason to take it for void that
 * this server has not. What decides for others stands right behind the log that its author had verified.
 */
async function refusePlace(
  writing: Writing,
  header: GenerationHeader,
  previous: GenerationHeader | null,
  position: number,
): Promise<Refused | null> {
  const { place, charter } = header.view;
  if (place === null || !equalBytes(charter, writing.charter.head)) return refuse('log-moved');
  const isOurs = place.position === 0 || equalBytes(idBytes(place.log), writing.logId);
  if (!isOurs || place.position >= position) return refuse('log-moved');
  if (!bindsOthers(header, previous)) return null;
  writing.chain = await chainToEnd(writing.tx, writing.space, writing.chain);
  return standsBehind(header.view.place, writing) ? null : refuse('log-moved');
}

/**
 * Bars and grants to other spaces. A grant must be for the epoch that the other space is in, with nobody's removal owed:
 * whoever was removed there must not open what is written from now on.
 */
async function refuseGrants(
  { tx, charter, charters }: Writing,
  header: GenerationHeader,
  previous: GenerationHeader | null,
): Promise<Refused | null> {
  const granted = spaceGrantOf(header);
  const row = granted && (await findSpace(tx, idBytes(granted.space)));
  const peer = granted && row ? await charters.load(tx, idBytes(granted.space), row) : null;
  const belongsTo = (state: CharterState | null) => (account: AccountId) =>
    state?.members.get(account)?.removedSeq === null;
  const fault = grantFault(header, {
    previous,
    peers: charter.peers,
    inSpace: belongsTo(charter),
    inPeer: belongsTo(peer),
  });
  if (fault) {
    const barred = fault === 'barred' || fault === 'bar-dropped';
    return refuse(barred ? 'generation-barred' : 'generation-invalid', fault);
  }
  if (!granted) return null;
  if (!peer) return refuse('generation-invalid', 'not-introduced');
  const current = granted.epoch === peer.epoch.number && !peer.rotationOwed;
  return current ? null : refuse('generation-stale', 'peer');
}
