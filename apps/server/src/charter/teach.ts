import type { Request } from '@dayaq/protocol';
import { type AccountId, type CharterState, extendCharter, idText } from '@dayaq/sealing/verify';
import type { Transaction } from 'kysely';
import type { Parts } from '../parts.ts';
import { Refused, refuse } from '../refused.ts';
import { insertLog } from '../storage/log.ts';
import { takeBackTo } from '../storage/take-back.ts';
import { LOG_CHARTER, type Schema } from '../storage/schema.ts';
import { findMember, lockSpace, type SpaceRow, updateSpace } from '../storage/spaces.ts';
import { storeMembers, withoutStored } from './append.ts';
import { refusedAct } from './refused-act.ts';
import { isOfFormerLife, readAll, untoldLife } from './untold.ts';

const belongs = (state: CharterState, account: Uint8Array): boolean =>
  state.members.get(idText<AccountId>(account))?.removedSeq === null;

/**
 * Takes charter acts that a restore lost, from a member's device: all or none. They stand right behind the place where this
 * life of the log began, before whatever was written since, so that nobody whom they removed has a word in between. Once
 * somebody has signed an act in this life, no other is taught: it would be a fork. Answers how many came.
 */
export async function teachActs(
  tx: Transaction<Schema>,
  parts: Parts,
  account: Uint8Array,
  body: Request<'charter/teach'>,
): Promise<{ acts: number } | Refused> {
  const read = readAll(body.acts);
  if (read instanceof Refused) return read;
  const row = await lockSpace(tx, body.space);
  if (!row) return refuse('not-allowed');
  const author = idText<AccountId>(account);
  const isMember = (await findMember(tx, body.space, account)) !== null;
  const joins = read.some(({ entry }) => entry.act.type === 'join' && entry.author === author);
  if (!isMember && !joins) return refuse('not-allowed');
  const before = await parts.charters.load(tx, body.space, row);
  const acts = await withoutStored(tx, body.space, before.seq, read);
  if (acts.length === 0) return { acts: 0 };

  const untold = await untoldLife(tx, body.space);
  if (untold === null || !acts.every((act) => isOfFormerLife(act, untold.former)))
    return refuse('charter-moved');
  const { start, since } = untold;
  let state = before;
  for (const { bytes } of acts) {
    const next = await extendCharter(state, bytes);
    if (!next.ok) return refusedAct(next.error);
    state = next.value;
  }
  if (!isMember && !belongs(state, account)) return refuse('not-allowed');

  // What came in this life so far are the acts alone: these follow them. Else all of it goes, and the acts stand first.
  const isBare = row.position === start + since.length;
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
  return { acts: acts.length };
}

function standingOf(
  { seq, head, epoch, rotationOwed }: CharterState,
  position: number,
  chain: SpaceRow['chain'],
): Omit<SpaceRow, 'logId'> {
  return { position, charterSeq: seq, charterHead: head, epoch: epoch.number, rotationOwed, chain };
}
