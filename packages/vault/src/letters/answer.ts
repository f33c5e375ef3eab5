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
import { standingGeneration } from '../space/generations.ts';
import { wantedReaders } from '../space/readers-asked.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { accountsIn } from './as-records.ts';
import { passGiven } from './door.ts';
import { whereTo } from './where-to.ts';

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
      ...(letter.kind === 'letter'
        ? [
            {
              kind: 'letter',
              record: dossier,
              fields: letter.fields['state'] === 'became-case' ? {} : { state: { set: 'answered' } },
            },
          ]
        : []),
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
    const sealed = await sealedReply(unlocked, ring, dossier, record);
    if (sealed === 'gone') {
      await unlocked.kept.delete(name);
      continue;
    }
    if (sealed === 'nowhere') {
      await noteOf(unlocked, ring, { name, dossier, record }, { undeliverable: true });
      continue;
    }
    const answer = await unlocked.server.call('replies/put', {
      space: idBytes(space),
      reply: idBytes(record),
      ...sealed,
    });
    if (!unlocked.alive) return;
    const note = answer.ok
      ? { sent: unlocked.around.now() }
      : answer.code === 'malformed'
        ? { undeliverable: true }
        : null;
    // One that is refused waits alone.
    if (note !== null) await noteOf(unlocked, ring, { name, dossier, record }, note);
  }
}

/** Says in the reply what became of it; then it waits no more. */
async function noteOf(
  unlocked: Unlocked,
  ring: Ring,
  { name, dossier, record }: { name: string; dossier: DossierId; record: RecordId },
  note: Readonly<Record<string, Value>>,
): Promise<void> {
  const fields = Object.fromEntries(Object.entries(note).map(([field, value]) => [field, { set: value }]));
  const saved = await saveAct(unlocked, ring, {
    dossier,
    changes: [{ kind: 'letter-reply', record, fields }],
  });
  if (saved.ok || saved.failure.code === 'not-found') await unlocked.kept.delete(name);
}

/** `gone` where the letter or the reply is not here any more; `nowhere` where its sender gave nothing that could be answered to. */
async function sealedReply(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  record: RecordId,
): Promise<{ address: Uint8Array; verifier: Uint8Array; sealed: Uint8Array } | 'gone' | 'nowhere'> {
  const { space } = ring;
  const letter = await letterOf(unlocked, space, dossier);
  const reply = (await recordsOf(unlocked, space, dossier)).find(({ id }) => id === (record as string));
  const words = reply?.fields['words'];
  const day = (reply?.fields['written'] as { day?: unknown } | undefined)?.day;
  if (letter === null || typeof words !== 'string' || typeof day !== 'string') return 'gone';
  const goes = await whereTo(unlocked, dossier, letter.fields);
  const [address, verifier, box] = (['address', 'verifier', 'box'] as const).map((name) => {
    const said = goes[name];
    const read = fromBase64url(typeof said === 'string' ? said : '');
    return read.ok ? read.value : new Uint8Array();
  });
  if (address?.length !== ID_BYTES || verifier === undefined || box === undefined) return 'nowhere';
  // A colleague who was kept out since it came is not offered for what its sender writes next.
  const standing = await standingGeneration(unlocked, space, dossier);
  const left = await wantedReaders(unlocked, space, dossier, standing);
  const readers = accountsIn(goes['readers']).filter(
    (id) => readId<AccountId>(id, ID_BYTES).ok && left?.some((account) => account === id) !== false,
  );
  const content = writeReply({
    words,
    readers: readers as AccountId[],
    day: dayNumber(day),
    ...(await passGiven(ring)),
  });
  try {
    return { address, verifier, sealed: await sealReply(box, address, content, unlocked.around.random) };
  } catch {
    // Whoever wrote gave something that is no key: nobody can be answered there.
    return 'nowhere';
  }
}

async function recordsOf(unlocked: Unlocked, space: SpaceId, dossier: DossierId) {
  if (isApart(unlocked.engine, space, dossier)) return [];
  const { state } = await unlocked.merged.of(unlocked, space, dossier);
  return plainRecords(state);
}

/** Kinds of what came through the public door and can be answered to. */
const ANSWERED = ['letter', 'application'];

interface Answerable {
  readonly kind: string;
  readonly fields: Fields;
}

async function letterOf(unlocked: Unlocked, space: SpaceId, dossier: DossierId): Promise<Answerable | null> {
  const records = await recordsOf(unlocked, space, dossier);
  const root = records.find(({ id, kind }) => id === (dossier as string) && ANSWERED.includes(kind));
  return root === undefined ? null : { kind: root.kind, fields: root.fields as Fields };
}
