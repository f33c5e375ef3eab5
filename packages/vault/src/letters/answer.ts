import { dayNumber } from '@dayaq/domain';
import {
  type AccountId,
  type DossierId,
  fromBase64url,
  ID_BYTES,
  idBytes,
  readId,
  type RecordId,
  sealReply,
  type SpaceId,
  writeReply,
} from '@dayaq/sealing';
import { saveAct } from '../act.ts';
import { isApart } from '../apart.ts';
import type { Id, Outcome, Value } from '../client.ts';
import { failed } from '../failure.ts';
import { newRecordId } from '../outbox.ts';
import { plainRecords } from '../projected.ts';
import { spaceOf } from '../space/home.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { barredIn } from './as-records.ts';

const PREFIX = 'reply/';

/** A reply that is kept and was not taken by the server yet. */
interface Waiting {
  space: SpaceId;
  dossier: DossierId;
}

type Fields = Readonly<Record<string, Value>>;

/** Keeps a reply beside its letter, noted as one to be sent before it is kept: a crash in between sends nothing. */
export async function answerLetter(
  unlocked: Unlocked,
  _ring: Ring,
  request: { dossier: Id; words: string; today: string; asked?: string },
): Promise<Outcome<null>> {
  const dossier = request.dossier as DossierId;
  const space = spaceOf(unlocked.engine, dossier);
  const ring = space === null ? undefined : unlocked.rings.get(space);
  if (ring === undefined || !mayWrite(ring)) return failed('not-found');
  const letter = await letterOf(unlocked, ring.space, dossier);
  if (letter === null) return failed('not-found');
  const record = newRecordId(unlocked);
  await unlocked.kept.put(PREFIX + record, { space: ring.space, dossier } satisfies Waiting);
  const saved = await saveAct(unlocked, ring, {
    dossier,
    ...(request.asked === undefined ? {} : { asked: request.asked }),
    changes: [
      {
        kind: 'letter-reply',
        record,
        fields: { words: { set: request.words }, written: { set: { day: request.today } } },
      },
      {
        kind: 'letter',
        record: dossier,
        fields: letter['state'] === 'became-case' ? {} : { state: { set: 'answered' } },
      },
    ],
  });
  if (!saved.ok) await unlocked.kept.delete(PREFIX + record);
  return saved;
}

/** Sends what waits, each sealed for its sender's mailbox alone. Repeating is safe: a mailbox takes a reply once. */
export async function sendReplies(unlocked: Unlocked, ring: Ring): Promise<void> {
  for (const { name, value } of await unlocked.kept.all(PREFIX)) {
    const { space, dossier } = value as Waiting;
    if (space !== ring.space) continue;
    const record = name.slice(PREFIX.length) as RecordId;
    const sealed = await sealedReply(unlocked, space, dossier, record);
    if (sealed === null) {
      await unlocked.kept.delete(name);
      continue;
    }
    const answer = await unlocked.server.call('replies/put', {
      space: idBytes(space),
      reply: idBytes(record),
      ...sealed,
    });
    if (!unlocked.alive) return;
    // One that is refused waits alone.
    if (!answer.ok) continue;
    const sent = { kind: 'letter-reply', record, fields: { sent: { set: unlocked.around.now() } } };
    await saveAct(unlocked, ring, { dossier, changes: [sent] });
    await unlocked.kept.delete(name);
  }
}

/** Null where the letter or the reply is not here any more, or there is nobody to seal it to. */
async function sealedReply(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
  record: RecordId,
): Promise<{ address: Uint8Array; verifier: Uint8Array; sealed: Uint8Array } | null> {
  const letter = await letterOf(unlocked, space, dossier);
  const reply = (await recordsOf(unlocked, space, dossier)).find(({ id }) => id === (record as string));
  const words = reply?.fields['words'];
  const day = (reply?.fields['written'] as { day?: unknown } | undefined)?.day;
  if (letter === null || typeof words !== 'string' || typeof day !== 'string') return null;
  const [address, verifier, box] = (['address', 'verifier', 'box'] as const).map((name) => {
    const read = fromBase64url(typeof letter[name] === 'string' ? letter[name] : '');
    return read.ok ? read.value : new Uint8Array();
  });
  if (address?.length !== ID_BYTES || verifier === undefined || box === undefined) return null;
  const barred = barredIn(letter['barred']).filter((id) => readId<AccountId>(id, ID_BYTES).ok) as AccountId[];
  const content = writeReply({ words, barred, day: dayNumber(day) });
  try {
    return { address, verifier, sealed: await sealReply(box, address, content, unlocked.around.random) };
  } catch {
    // Whoever wrote gave something that is no key: nobody can be answered there.
    return null;
  }
}

async function recordsOf(unlocked: Unlocked, space: SpaceId, dossier: DossierId) {
  if (isApart(unlocked.engine, space, dossier)) return [];
  const { state } = await unlocked.merged.of(unlocked, space, dossier);
  return plainRecords(state);
}

async function letterOf(unlocked: Unlocked, space: SpaceId, dossier: DossierId): Promise<Fields | null> {
  const records = await recordsOf(unlocked, space, dossier);
  const root = records.find(({ id, kind }) => id === (dossier as string) && kind === 'letter');
  return root === undefined ? null : (root.fields as Fields);
}
