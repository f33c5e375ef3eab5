import { LIMITS } from '@dayaq/protocol';
import { idBytes } from '@dayaq/sealing/verify';
import type { Parts } from '../../parts.ts';
import { refuse } from '../../refused.ts';
import { sharesWith } from '../../storage/shares.ts';
import { findMember, findSpace, findSpaces } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

/** Spaces that this one has introduced and that have introduced it, with the last act of their charters. */
async function peersOf(parts: Parts, space: Uint8Array): Promise<{ space: Uint8Array; seq: number }[]> {
  const { tables } = parts.db;
  const row = await findSpace(tables, space);
  if (!row) return [];
  const charter = await parts.charters.load(tables, space, row);
  const named = [...charter.peers.keys()].slice(0, LIMITS.peersPerSpace).map((id) => idBytes(id));
  const peers: { space: Uint8Array; seq: number }[] = [];
  for (const { space: peer, row: found } of await findSpaces(tables, named)) {
    if (await parts.introduced.ask(tables, peer, found, space))
      peers.push({ space: peer, seq: found.charterSeq });
  }
  return peers;
}

export const list: Handler<'shares/list'> = async (body, { parts, session }) => {
  const { space, after } = body;
  const { tables } = parts.db;
  if (!(await findMember(tables, space, session.account))) return refuse('not-allowed');
  const limit = LIMITS.sharesPerPage;
  const found = await sharesWith(tables, {
    peer: space,
    account: session.account,
    after,
    limit: limit + 1,
  });
  const peers = after.length === 0 ? await peersOf(parts, space) : [];
  return { shares: found.slice(0, limit), more: found.length > limit, peers };
};
