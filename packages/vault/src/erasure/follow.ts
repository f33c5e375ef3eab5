import { LIMITS } from '@dayaq/protocol';
import { type BlobId, type DossierId, ID_BYTES, idBytes, readId, type RecordId } from '@dayaq/sealing';
import { saveAct } from '../act.ts';
import { rosterDossier } from '../circle.ts';
import { livesOf } from '../history/lives.ts';
import { newRecordId } from '../outbox.ts';
import type { Server } from '../server.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { destroyHere } from './destroy-here.ts';
import { destroyParts } from './destroy-parts.ts';
import { askWhatIsDestroyed } from './destroyed-there.ts';
import { erasedIn, partErasuresIn } from './erased.ts';
import { mayCarryOut } from './closed-to-us.ts';
import { erasuresOf } from './erase.ts';
import type { Erasure } from './erasure.ts';
import { judgeErasure, noteNotHere, noteRefused, placeOf } from './judged.ts';

/** What the device of this account calls itself, random, made when it first destroyed something. */
const deviceName = (space: string) => `device/${space}`;

/**
 * Carries out what keyholders said was to be destroyed, in each turn before anything is sent: here, then on the server, and
 * says so. A server that was put back is told again. Every step can be cut off, and is taken up by the next turn.
 */
export async function followErasures(unlocked: Unlocked, ring: Ring): Promise<void> {
  const roster = await rosterDossier(ring.space);
  await askWhatIsDestroyed(unlocked, ring);
  const erasures = await erasuresOf(unlocked, ring.space);
  if (erasures.length === 0 || !unlocked.alive) return;
  const before = erasedIn(unlocked.engine, ring.space);
  const partsBefore = partErasuresIn(unlocked.engine, ring.space);
  for (const erasure of erasures) {
    const { id, of, parts } = erasure;
    if (of === roster || before.has(of) || partsBefore.has(id)) continue;
    const judged = await judgeErasure(unlocked, ring.space, erasure);
    if (!unlocked.alive) return;
    if (judged === 'destroy' && !(await mayCarryOut(unlocked, ring, erasure))) continue;
    if (!unlocked.alive) return;
    if (judged === 'destroy' && parts.length > 0) await destroyParts(unlocked, ring.space, erasure);
    else if (judged === 'destroy') await destroyHere(unlocked, ring.space, of, id);
    else if (judged === 'not-here') noteNotHere(unlocked.engine, ring.space, erasure);
    else if (judged === 'refused') noteRefused(unlocked.engine, ring.space, id);
    if (!unlocked.alive) return;
  }
  if (!mayWrite(ring)) return;
  await acknowledge(unlocked, ring);
  if (ring.me?.keyholder === true) await tellServer(unlocked, ring, erasures);
}

async function acknowledge(unlocked: Unlocked, ring: Ring): Promise<void> {
  const { engine } = unlocked;
  const untold = engine.all<{ erasure: string }>(
    `select erasure from erased where space = ?1 and told = 0
     union select erasure from erased_part where space = ?1 and told = 0`,
    ring.space,
  );
  if (untold.length === 0) return;
  const saved = await saveAct(unlocked, ring, {
    dossier: await rosterDossier(ring.space),
    changes: [
      {
        kind: 'device',
        record: deviceOf(unlocked, ring.space),
        fields: { erased: { add: untold.map(({ erasure }) => erasure), del: [] } },
      },
    ],
  });
  if (!saved.ok || !unlocked.alive) return;
  for (const { erasure } of untold)
    for (const table of ['erased', 'erased_part'] as const)
      engine.run(`update ${table} set told = 1 where space = ? and erasure = ?`, ring.space, erasure);
}

function deviceOf(unlocked: Unlocked, space: string): RecordId {
  const name = deviceName(space);
  const known = unlocked.engine.get<{ value: string }>('select value from meta where name = ?', name)?.value;
  if (known !== undefined) return known as RecordId;
  const made = newRecordId(unlocked);
  unlocked.engine.run('insert into meta(name, value) values(?, ?)', name, made);
  return made;
}

/** Once in each life of the log: a server that was put back has it again. */
async function tellServer(unlocked: Unlocked, ring: Ring, erasures: readonly Erasure[]): Promise<void> {
  const { engine, server, around } = unlocked;
  const life = livesOf(engine, ring.space).at(-1)?.log ?? '';
  const owed = engine.all<{ dossier: DossierId; erasure: string; blobs: string | null }>(
    `select dossier, erasure, null as blobs from erased where space = ?1 and had = 1 and gone_in <> ?2
     union select dossier, erasure, blobs from erased_part where space = ?1 and had = 1 and gone_in <> ?2`,
    ring.space,
    life,
  );
  const said: string[] = [];
  for (const { dossier, erasure, blobs } of owed) {
    const record = erasures.find(({ id }) => id === erasure);
    // First everybody can read who destroyed it and why.
    if (record === undefined || placeOf(engine, record.entry) === null) continue;
    const about = {
      space: idBytes(ring.space),
      dossier: idBytes(dossier),
      said: idBytes(record.entry),
    };
    const answer =
      blobs === null ? await server.call('dossiers/erase', about) : await eraseBlobs(server, about, blobs);
    if (!unlocked.alive) return;
    // Another keyholder, who could read it, will: whoever could not is refused.
    if (!answer.ok && answer.code !== 'not-allowed') return;
    for (const table of ['erased', 'erased_part'] as const)
      engine.run(
        `update ${table} set gone_in = ? where space = ? and erasure = ?`,
        life,
        ring.space,
        erasure,
      );
    if (answer.ok && !record.gone) said.push(erasure);
  }
  if (said.length === 0) return;
  await saveAct(unlocked, ring, {
    dossier: await rosterDossier(ring.space),
    changes: said.map((record) => ({
      kind: 'erasure',
      record: record as RecordId,
      fields: { gone: { set: around.now() } },
    })),
  });
}

/** Piece by piece; what was cut off is said again from its start. */
async function eraseBlobs(
  server: Server,
  about: Record<'space' | 'dossier' | 'said', Uint8Array>,
  blobs: string,
): Promise<{ ok: true } | { ok: false; code: string }> {
  const ids = (JSON.parse(blobs) as string[]).flatMap((blob) => {
    const id = readId<BlobId>(blob, ID_BYTES);
    return id.ok ? [idBytes(id.value)] : [];
  });
  for (let at = 0; at < ids.length; at += LIMITS.blobsPerErase) {
    const some = ids.slice(at, at + LIMITS.blobsPerErase);
    const answer = await server.call('blobs/erase', { ...about, blobs: some });
    if (!answer.ok) return answer;
  }
  return { ok: true };
}
