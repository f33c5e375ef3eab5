import {
  type AccountId,
  extendCharter,
  idBytes,
  idText,
  logStart,
  readCharterEntry,
} from '@dayaq/sealing/verify';
import { dayNumberOf } from '../../days.ts';
import { equal, sha256 } from '../../hash.ts';
import { refuse } from '../../refused.ts';
import { findFounding, useFounding } from '../../storage/founding.ts';
import { insertLog } from '../../storage/log.ts';
import { LOG_CHARTER } from '../../storage/schema.ts';
import { findSpace, insertSpace, spacesOf, upsertMember } from '../../storage/spaces.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { insertWrap } from '../../storage/wraps.ts';
import { refusedAct, SPACES_PER_ACCOUNT } from '../../charter/refused-act.ts';
import type { Handler } from '../handler.ts';

/** Founds a space. The same call again, after a broken connection, answers as the first did. */
export const create: Handler<'spaces/create'> = async (body, { parts, session }) => {
  const read = readCharterEntry(body.act);
  if (!read.ok) return refusedAct(read.error);
  if (read.value.author !== idText<AccountId>(session.account)) return refuse('not-allowed');
  const charter = await extendCharter(null, body.act);
  if (!charter.ok) return refusedAct(charter.error);
  if (read.value.place !== null) return refuse('charter-invalid', 'place');
  const space = idBytes(charter.value.space);
  const tokenHash = sha256(body.token);

  return inTransaction(parts.db.tables, async (tx) => {
    const founding = await findFounding(tx, tokenHash, dayNumberOf(parts.clock()), true);
    if (!founding) return refuse('founding-unknown');
    if (founding.space) {
      const founded = equal(founding.space, space) ? await findSpace(tx, space) : null;
      return founded ? { position: founded.position } : refuse('founding-used');
    }
    if ((await spacesOf(tx, session.account)).length >= SPACES_PER_ACCOUNT)
      return refuse('too-large', 'spaces');
    const { head, epoch } = charter.value;
    const row = {
      position: 1,
      charterSeq: 0,
      charterHead: head,
      epoch: epoch.number,
      rotationOwed: false,
      logId: parts.random(16),
      chain: { position: 0, hash: await logStart(charter.value.space) },
    };
    if (!(await insertSpace(tx, space, row))) return refuse('space-exists');
    await insertLog(tx, space, [
      { position: 1, kind: LOG_CHARTER, dossier: null, number: 0, body: body.act },
    ]);
    for (const member of charter.value.members.values()) {
      await upsertMember(tx, space, idBytes(member.account), { ...member, removed: false });
    }
    const { account } = session;
    await insertWrap(tx, { space, epoch: epoch.number, account, by: account, wrap: body.wrap });
    await useFounding(tx, tokenHash, space);
    return { position: 1 };
  });
};
