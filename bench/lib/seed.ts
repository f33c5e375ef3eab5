import { type Change, writeEntry } from '@dayaq/journal';
import { LIMITS, type Request } from '@dayaq/protocol';
import { type DossierId, type EntryId, generationCipher, idBytes, startGeneration } from '@dayaq/sealing';
import { inventCase } from './cases.ts';
import { type Circle, must, type Writer } from './circle.ts';
import { say } from './figure.ts';

const SAID_EVERY = 10_000;

type SealedEntry = Request<'entries/append'>['entries'][number];

interface SealedCase {
  header: Uint8Array;
  entries: SealedEntry[];
}

/** An intake whose case is its writer's: the list begins with one's own. */
const heldBy = (changes: readonly Change[], owner: string): Change[] =>
  changes.map((change) =>
    change.kind === 'case' ? { ...change, fields: { ...change.fields, owner: { set: owner } } } : change,
  );

/** One case as its members would have sealed it; `starter` opens the dossier and writes the intake. */
async function sealCase(circle: Circle, starter: Writer, n: number, acts: number): Promise<SealedCase> {
  const { space, epochKey, charter, writers, view } = circle;
  const invented = inventCase(n, { acts, writers: writers.length });
  const dossier = invented.id as string as DossierId;
  const generation = await startGeneration({
    space,
    dossier,
    epoch: charter.epoch.number,
    epochKey,
    author: starter.account,
    time: invented.acts[0]?.time ?? 0,
    restrictedTo: null,
    previous: null,
    view,
  });
  const cipher = await generationCipher(generation.key);
  const entries: SealedEntry[] = [];
  let heads: EntryId[] = [];
  for (const [i, act] of invented.acts.entries()) {
    const { account } = i === 0 ? starter : (writers[act.author] as Writer);
    const changes = i === 0 ? heldBy(act.changes, account.id) : act.changes;
    const content = { space, dossier, author: account.id, time: act.time, heads, view, changes };
    const { entry, bytes } = await writeEntry(content, account.signing);
    const sealed = await cipher.seal({ space, dossier, generation: 1, entry: entry.id }, bytes);
    entries.push({ dossier: idBytes(dossier), g: 1, id: idBytes(entry.id), sealed });
    heads = [entry.id];
  }
  return { header: generation.bytes, entries };
}

/**
 * Seals `cases` invented cases of `acts` acts each, as their authors would have, and sends them to the server: a
 * member's device at a time, as many cases as one request takes, the next ones sealed while the last are stored.
 */
export async function fillSpace(circle: Circle, cases: number, acts: number): Promise<void> {
  const space = idBytes(circle.space);
  const atOnce = Math.min(LIMITS.generationsPerAppend, Math.floor(LIMITS.entriesPerAppend / acts));
  let sending: Promise<unknown> = Promise.resolve();
  for (let from = 0, turn = 0; from < cases; from += atOnce, turn++) {
    if (Math.floor(from / SAID_EVERY) > Math.floor((from - atOnce) / SAID_EVERY))
      say(`  ${from} of ${cases} cases sealed`);
    const starter = circle.writers[turn % circle.writers.length] as Writer;
    const numbers = Array.from({ length: Math.min(atOnce, cases - from) }, (_, i) => from + i);
    const sealed = await Promise.all(numbers.map((n) => sealCase(circle, starter, n, acts)));
    await sending;
    const body = {
      space,
      generations: sealed.map(({ header }) => header),
      entries: sealed.flatMap(({ entries }) => entries),
    };
    sending = starter.server.call('entries/append', body).then(must);
  }
  await sending;
}
