import {
  type AccountId,
  equalBytes,
  idBytes,
  idText,
  readGeneration,
  verifyGeneration,
} from '@dayaq/sealing/verify';
import type { Reply, Request } from '@dayaq/protocol';
import { equal } from '../hash.ts';
import type { Parts } from '../parts.ts';
import { type Refused, refuse } from '../refused.ts';
import { headersOf } from '../storage/dossiers.ts';
import { isErased } from '../storage/erased.ts';
import { formerLogsOf } from '../storage/former-logs.ts';
import { findMember, findSpace } from '../storage/spaces.ts';
import { readersOf } from './readers.ts';

/** Hashes that one answer looks through at most: each header says a few hundred again. */
const MOST_HEADERS = 64;

/**
 * Who began a dossier again that a restore lost, for one who can show that they read it before: by a header of a life of
 * the log that is over, signed by a member, that grants it to them. Who shows one of their own signing hears no name: it may
 * be made up. One refusal for everything else, and nothing is told of a dossier whose header stands here.
 */
export async function begunAgain(
  { db, charters }: Parts,
  account: Uint8Array,
  body: Request<'generations/begun'>,
): Promise<Reply<'generations/begun'> | Refused> {
  const refused = refuse('not-allowed');
  const read = await readGeneration(body.header);
  const row = await findSpace(db.tables, body.space);
  if (!read.ok || row === null || (await findMember(db.tables, body.space, account)) === null) return refused;
  const { author, space, dossier, hash, restricted, view } = read.value;
  const charter = await charters.load(db.tables, body.space, row);
  const signer = charter.members.get(author);
  if (signer === undefined || !(await verifyGeneration(body.header, signer.signKey)).ok) return refused;
  const caller = idText<AccountId>(account);
  if (!equal(idBytes(space), body.space) || (restricted && !readersOf(read.value).includes(caller)))
    return refused;
  const { place } = view;
  const former = await formerLogsOf(db.tables, body.space);
  if (place === null || !former.some(({ log }) => equal(log, idBytes(place.log)))) return refused;

  if (await isErased(db.tables, body.space, idBytes(dossier))) return refused;
  const headers = await headersOf(db.tables, body.space, idBytes(dossier), MOST_HEADERS);
  const [first] = headers;
  if (first === undefined || headers.some((header) => equalBytes(header.hash, hash))) return refused;
  const isKnown = headers.some(({ restates }) => restates.some((each) => equalBytes(each, hash)));
  return { by: author === caller ? null : idBytes(first.author), known: isKnown };
}
