import { LIMITS } from '@dayaq/protocol';
import { type DossierId, type EntryId, idBytes } from '@dayaq/sealing';
import type { Failure } from '../client.ts';
import { failed, success } from '../failure.ts';
import { dropCopy, dropReaders } from '../outbox.ts';
import { sharedGeneration, type SharedWritable } from '../sharing/generation.ts';
import { noteSharing, shareRow } from '../sharing/rows.ts';
import { dropWish, wishOf } from '../sharing/wish.ts';
import { storeGeneration } from '../space/generations.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import {
  hold,
  isClosed,
  mayTry,
  READERS_THING,
  readersThing,
  release,
  WISH_THING,
  wishThing,
} from './held.ts';
import { BATCH_BYTES, type Pushed, type Unsent } from './push.ts';
import { readCharter, reasonOf, RETRY } from './refusal.ts';
import { dropAsked } from './what-stood.ts';

/** Dossiers looked at in one turn; the next turn goes on. */
const AT_ONCE = 200;

/**
 * Dossiers of this space that others read or read: sends what waits, and starts new generations where the keys of either
 * organisation changed, whoever changed them. One by one, so that one that has to wait holds nothing else up.
 */
export async function pushShared(unlocked: Unlocked, ring: Ring): Promise<Pushed> {
  if (!mayWrite(ring)) return success('done');
  let again = false;
  for (const dossier of dueDossiers(unlocked, ring)) {
    const pushed = await pushDossier(unlocked, ring, dossier);
    if (!unlocked.alive) return success('done');
    if (!pushed.ok) return pushed;
    if (pushed.value === 'again') again = true;
  }
  return success(again ? 'again' : 'done');
}

/** SQL: unsent entries of one dossier, in one of this device's spaces, that may be tried now. */
const free = (unlocked: Unlocked) =>
  `e.position is null and ${mayTry(unlocked, 'e.id')} and not ${isClosed('e')}`;

function dueDossiers(unlocked: Unlocked, ring: Ring): DossierId[] {
  const rows = unlocked.engine.all<{ dossier: DossierId; peer: string; peer_epoch: number; due: number }>(
    `select s.dossier, s.peer, s.peer_epoch,
            exists(select 1 from entry e where e.space = s.space and e.dossier = s.dossier and ${free(unlocked)})
            or exists(select 1 from sharing w where w.space = s.space and w.dossier = s.dossier and ${mayTry(unlocked, WISH_THING('w'))})
            or exists(select 1 from restriction r where r.space = s.space and r.dossier = s.dossier and ${mayTry(unlocked, READERS_THING('r'))})
            or (s.ended = 0 and s.epoch <> ?2) as due
       from share s where s.space = ?1 and s.owner = ?1 and (s.ended = 0 or due)`,
    ring.space,
    ring.state.epoch.number,
  );
  const moved = (row: (typeof rows)[number]) => {
    const epoch = unlocked.peers.get(row.peer as never)?.trusted(ring)?.epoch.number;
    return epoch !== undefined && row.peer_epoch !== 0 && epoch !== row.peer_epoch;
  };
  return rows
    .filter((row) => row.due === 1 || moved(row))
    .slice(0, AT_ONCE)
    .map((row) => row.dossier);
}

async function pushDossier(unlocked: Unlocked, ring: Ring, dossier: DossierId): Promise<Pushed> {
  for (;;) {
    const step = await nextStep(unlocked, ring, dossier);
    if (step === null) return success('done');
    const sent = await send(unlocked, ring, dossier, step);
    if (!unlocked.alive) return success('done');
    if (sent !== 'sent') return sent;
    if (!step.more) return success('done');
  }
}

interface Step {
  generation: Extract<SharedWritable, { ok: true }>;
  entries: Unsent[];
  /** The wish that this generation fulfils, as its row has it. */
  wish: string | null;
  more: boolean;
}

/** What to send next of a dossier; null: nothing, or it has to wait. */
async function nextStep(unlocked: Unlocked, ring: Ring, dossier: DossierId): Promise<Step | null> {
  const unsent = unlocked.engine.all<Unsent>(
    `select rid, dossier, id, bytes from entry e where e.space = ? and e.dossier = ? and ${free(unlocked)}
     order by rid limit ${LIMITS.entriesPerAppend}`,
    ring.space,
    dossier,
  );
  const asked = wishOf(unlocked, ring.space, dossier);
  const ending = asked !== null && asked.wish.peer === null;
  if (ending) {
    // What was written before the end still goes to the recipient, if it can be reached; then comes the end.
    const first = unsent.filter(({ id }) => asked.wish.first.includes(id as EntryId));
    if (first.length > 0) {
      const generation = await sharedGeneration(unlocked, ring, dossier, null);
      if (generation.ok) return { generation, entries: batchOf(first), wish: null, more: true };
      if (generation.why !== 'peer') return null;
    }
  }
  const generation = await sharedGeneration(unlocked, ring, dossier, asked?.wish ?? null);
  if (!generation.ok) return null;
  // The end goes alone and at once: nothing may delay it.
  const entries = ending && generation.started !== null ? [] : batchOf(unsent);
  const more = entries.length < unsent.length;
  if (entries.length === 0 && generation.started === null) {
    if (asked !== null) await dropWish(unlocked, ring.space, dossier, asked.text);
    return null;
  }
  return { generation, entries, wish: asked?.text ?? null, more };
}

function batchOf(unsent: readonly Unsent[]): Unsent[] {
  let size = 0;
  return unsent.filter((row, i) => {
    const fits = i === 0 || size + row.bytes.length <= BATCH_BYTES;
    size += row.bytes.length;
    return fits;
  });
}

async function send(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  step: Step,
): Promise<Pushed | 'sent'> {
  const { engine } = unlocked;
  const { generation, entries, wish } = step;
  const { generation: g, cipher, started } = generation;
  const sealed = [];
  for (const { id, bytes } of entries) {
    const binding = { space: ring.space, dossier, generation: g, entry: id as EntryId };
    sealed.push({
      dossier: idBytes(dossier),
      g,
      id: idBytes(id as EntryId),
      sealed: await cipher.seal(binding, bytes, unlocked.around.random),
    });
  }
  const answer = await unlocked.server.call('entries/append', {
    space: idBytes(ring.space),
    generations: started === null ? [] : [started.bytes],
    entries: sealed,
  });
  if (!unlocked.alive) return success('done');
  if (!answer.ok) return afterRefusal(unlocked, ring, dossier, step, answer);
  const { position } = answer.value;
  let settled = false;
  engine.transaction(() => {
    release(unlocked, ring.space, dossier, [
      ...entries.map(({ id }) => id),
      readersThing(ring.space, dossier),
      wishThing(ring.space, dossier),
    ]);
    if (started !== null) {
      storeGeneration(unlocked, started, position);
      noteSharing(engine, started.header, position);
      if (started.asked !== null) settled = dropAsked(unlocked, ring, { dossier, ...started.asked });
    }
    for (const { id } of entries)
      engine.run('update entry set position = ?, generation = ? where id = ?', position, g, id);
  });
  for (const { id } of entries) await dropCopy(unlocked, id as EntryId);
  if (settled) await dropReaders(unlocked, ring.space, dossier);
  if (wish !== null && shareRow(engine, ring.space, dossier) !== null)
    await dropWish(unlocked, ring.space, dossier, wish);
  const root = engine.get<{ kind: string }>('select kind from dossier where id = ?', dossier);
  unlocked.changed([dossier], root === null ? ['share'] : [root.kind, 'share']);
  return 'sent';
}

/** What the server does not take of this dossier is held; it must not keep anything else from being sent. */
async function afterRefusal(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  { generation, entries, wish }: Step,
  answer: { ok: false; failure: Failure; code: string },
): Promise<Pushed> {
  // A grant that is not valid now may be once the other organisation's charter was read again.
  if (RETRY.has(answer.code)) return success(answer.code === 'generation-invalid' ? 'done' : 'again');
  const reason = reasonOf(answer.code);
  if (reason === null) return { ok: false, failure: answer.failure };
  if (answer.code === 'not-allowed') {
    const checked = await readCharter(unlocked, ring);
    if (!checked.ok) return checked;
    if (ring.me === null) return failed('removed');
    if (!mayWrite(ring)) return success('done');
  }
  const things: string[] = entries.map(({ id }) => id);
  if (generation.started !== null) {
    if (wish !== null) things.push(wishThing(ring.space, dossier));
    if (generation.started.asked !== null) things.push(readersThing(ring.space, dossier));
  }
  hold(unlocked, ring, { space: ring.space, dossier }, things, reason);
  return success('done');
}
