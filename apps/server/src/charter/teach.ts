import type { Request } from '@dayaq/protocol';
import {
  type AccountId,
  type CharterState,
  extendCharter,
  idBytes,
  idText,
  type LogPlace,
} from '@dayaq/sealing/verify';
import type { Transaction } from 'kysely';
import { equal } from '../hash.ts';
import type { Parts } from '../parts.ts';
import { Refused, refuse } from '../refused.ts';
import { hashAt } from '../storage/chain.ts';
import { type FormerLog, insertFormerLogs } from '../storage/former-logs.ts';
import { insertLog } from '../storage/log.ts';
import { takeBackTo } from '../storage/take-back.ts';
import { LOG_CHARTER, type Schema } from '../storage/schema.ts';
import { findMember, lockSpace, type SpaceRow, updateSpace } from '../storage/spaces.ts';
import { storeMembers, withoutStored } from './append.ts';
import { provenOf } from './proven.ts';
import { refusedAct } from './refused-act.ts';
import { type Act, isOfFormerLife, readAll, untoldLife } from './untold.ts';

const belongs = (state: CharterState, account: Uint8Array): boolean =>
  state.members.get(idText<AccountId>(account))?.removedSeq === null;

/**
 * Takes charter acts that a restore lost, from a member's device: as many, from the first on, as are known to have stood
 * (`provenOf`). They stand right behind the place where the first of the lives ends that they name, before whatever was
 * written since, so that nobody whom they removed has a word in between. Once somebody has signed an act in this life, no other is taught: it
 * would be a fork. Answers how many came, and the charter's last act with them.
 */
export async function teachActs(
  tx: Transaction<Schema>,
  parts: Parts,
  account: Uint8Array,
  body: Request<'charter/teach'>,
): Promise<{ acts: number; seq: number } | Refused> {
  const read = readAll(body.acts);
  if (read instanceof Refused) return read;
  const row = await lockSpace(tx, body.space);
  if (!row) return refuse('not-allowed');
  const author = idText<AccountId>(account);
  const isMember = (await findMember(tx, body.space, account)) !== null;
  const joins = read.some(({ entry }) => entry.act.type === 'join' && entry.author === author);
  if (!isMember && !joins) return refuse('not-allowed');
  const before = await parts.charters.load(tx, body.space, row);
  const missing = await withoutStored(tx, body.space, before.seq, read);
  if (missing.length === 0) return { acts: 0, seq: before.seq };

  const untold = await untoldLife(tx, body.space, missing);
  if (untold === null || !missing.every((act) => isOfFormerLife(act, untold.former)))
    return refuse('charter-moved');
  const { start, since } = untold;
  const states = [before];
  for (const { bytes } of missing) {
    const next = await extendCharter(states.at(-1) as CharterState, bytes);
    if (!next.ok) return refusedAct(next.error);
    states.push(next.value);
  }
  const lesson = { space: body.space, account, acts: missing, before: states };
  const { count, refused } = await provenOf(tx, parts, lesson);
  if (refused && count === 0) return refused;
  const acts = missing.slice(0, count);
  const state = states[count] as CharterState;
  if (!isMember && !belongs(state, account)) return refused ?? refuse('not-allowed');
  if (await namesAnother(tx, body.space, row, acts, untold.former)) return refuse('charter-invalid', 'place');

  await insertFormerLogs(tx, body.space, untold.told);
  // A join names no place and takes nothing from anybody: it stands anywhere. What came in this life so far are the acts
  // alone: these follow them. Else all of it goes, and the acts stand first.
  // Devices hear of a life that they did not know with the next one.
  const isBare =
    untold.told.length === 0 &&
    (row.position === start + since.length || acts.every(({ entry }) => entry.act.type === 'join'));
  const { chain } = isBare ? row : await takeBackTo(tx, body.space, row, start, parts.random);
  const coming = isBare ? acts : [...since, ...acts];
  const position = isBare ? row.position : start;
  await insertLog(
    tx,
    body.space,
    coming.map(({ bytes, entry }, i) => ({
      position: position + 1 + i,
      kind: LOG_CHARTER,
      dossier: null,
      number: entry.seq,
      body: bytes,
    })),
  );
  await storeMembers(tx, body.space, before, state);
  await updateSpace(tx, body.space, standingOf(state, position + coming.length, chain));
  return { acts: acts.length, seq: state.seq };
}

/**
 * Whether an act names the very place up to which its life is the same as this one, and not what stands there: every device
 * would refuse it, and with it the charter.
 */
async function namesAnother(
  tx: Transaction<Schema>,
  space: Uint8Array,
  { chain }: SpaceRow,
  acts: readonly Act[],
  former: readonly FormerLog[],
): Promise<boolean> {
  const ends = acts.flatMap(({ entry: { place } }) =>
    place !== null && former.some((life) => isEnd(life, place)) ? [place] : [],
  );
  const hashes = new Map<number, Uint8Array>();
  for (const { position } of ends)
    if (!hashes.has(position)) hashes.set(position, await hashAt(tx, space, chain, position));
  return ends.some(({ position, hash }) => !equal(hash, hashes.get(position) as Uint8Array));
}

const isEnd = ({ log, until }: FormerLog, place: LogPlace): boolean =>
  place.position === until && equal(log, idBytes(place.log));

function standingOf(
  { seq, head, epoch, rotationOwed }: CharterState,
  position: number,
  chain: SpaceRow['chain'],
): Omit<SpaceRow, 'logId'> {
  return { position, charterSeq: seq, charterHead: head, epoch: epoch.number, rotationOwed, chain };
}
