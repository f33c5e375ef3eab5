import { dayNumbered } from '@dayaq/domain';
import { LIMITS, type Reply } from '@dayaq/protocol';
import {
  type AccountId,
  concatBytes,
  type DossierId,
  epochDropKeys,
  idBytes,
  idText,
  type LetterContent,
  letterDossier,
  letterFile,
  type LetterId,
  letterRecord,
  type OpenedLetter,
  openLetter,
  readLetter,
  readSheetContent,
  type RecordId,
} from '@dayaq/sealing';
import { saveAct } from '../act.ts';
import { isApart } from '../apart.ts';
import type { Change, Value } from '../client.ts';
import { isErased } from '../erasure/erased.ts';
import { addFile } from '../files.ts';
import { keptPlace } from '../history/chain.ts';
import type { Ring } from '../space/ring.ts';
import { holdSheet } from '../surveys/hold.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { firstLetter, furtherLetter, typeOf } from './as-records.ts';

type Listed = Reply<'letters/list'>['letters'][number];

/** Up to where the letters of a space were looked through on this device, in one life of its log. */
interface Seen {
  log: string;
  number: number;
}

const nameOf = (ring: Ring): string => `letters/${ring.space}`;

const isReader = ({ state, me }: Ring): boolean =>
  state.doorReaders.some(({ account }) => account === me?.account);

/**
 * Looks through the letters that came, and turns those that open here into dossiers, restricted to the door's readers but those
 * whom the sender bars. Several devices that open one letter write the same words under the same numbers, so it stands once.
 * What breaks off goes on with the next turn; a letter that is for others is passed over.
 */
export async function takeLetters(unlocked: Unlocked, ring: Ring): Promise<void> {
  if (!isReader(ring) || !mayWrite(ring)) return;
  const { log } = await keptPlace(unlocked.engine, ring.space);
  const seen = (await unlocked.kept.get(nameOf(ring))) as Seen | null;
  // After a restore numbers may be given a second time.
  let after = seen?.log === log ? seen.number : 0;
  const space = idBytes(ring.space);
  for (;;) {
    const page = await unlocked.server.call('letters/list', { space, after });
    if (!page.ok || !unlocked.alive) return;
    for (const listed of page.value.letters) {
      if ((await take(unlocked, ring, listed)) === 'later') return;
      if (!unlocked.alive) return;
      after = listed.number;
      await unlocked.kept.put(nameOf(ring), { log, number: after } satisfies Seen);
    }
    if (!page.value.more) return;
  }
}

/** `later`: the network or the device could not; `done`: it stands here, or is not for this account. */
async function take(unlocked: Unlocked, ring: Ring, listed: Listed): Promise<'done' | 'later'> {
  const epochKey = ring.epochKey(listed.epoch);
  if (epochKey === null) return listed.epoch <= ring.state.epoch.number ? 'later' : 'done';
  const sealed = await fetchLetter(unlocked, ring, listed);
  if (sealed === null) return 'later';
  if (sealed === 'gone') return 'done';
  const letter = idText<LetterId>(listed.letter);
  const opened = await openLetter(sealed, {
    space: ring.space,
    epoch: listed.epoch,
    keys: await epochDropKeys(epochKey),
    letter,
    account: unlocked.account,
  });
  const sheet = opened.ok ? readSheetContent(opened.value.content) : opened;
  if (sheet.ok) {
    await holdSheet(unlocked, ring, letter, sheet.value, listed.day);
    return 'done';
  }
  const content = opened.ok ? readLetter(opened.value.content) : opened;
  if (!opened.ok || !content.ok) return 'done';
  return keep(unlocked, ring, letter, opened.value, content.value, dayNumbered(listed.day));
}

async function fetchLetter(
  unlocked: Unlocked,
  ring: Ring,
  { letter, pieces }: Listed,
): Promise<Uint8Array | 'gone' | null> {
  const parts: Uint8Array[] = [];
  for (let piece = 0; piece < Math.min(pieces, LIMITS.letterPieces); piece++) {
    const got = await unlocked.server.call('letters/get', { space: idBytes(ring.space), letter, piece });
    if (!unlocked.alive) return null;
    if (!got.ok) return got.code === 'not-found' ? 'gone' : null;
    parts.push(got.value.sealed);
  }
  return concatBytes(...parts);
}

async function keep(
  unlocked: Unlocked,
  ring: Ring,
  letter: LetterId,
  opened: OpenedLetter,
  content: LetterContent,
  day: string,
): Promise<'done' | 'later'> {
  const dossier = await letterDossier(ring.space, content.thread);
  if (isErased(unlocked.engine, ring.space, dossier) || isApart(unlocked.engine, ring.space, dossier))
    return 'done';
  const { state } = await unlocked.merged.of(unlocked, ring.space, dossier);
  const root = state.records.get(dossier as string as RecordId);
  // One that goes on from what this account may not open stays with those who may.
  if (root === undefined && !content.first) return 'done';
  if (root !== undefined) {
    const number = root.fields.get('number');
    if (number !== undefined && JSON.stringify(number).includes(letter)) return 'done';
    if (state.records.has(await letterRecord(letter, 'more'))) return 'done';
  }
  const files = await filesOf(unlocked, ring, dossier, letter, opened, content);
  if (files === null) return 'later';
  const changes =
    root === undefined
      ? firstLetter(dossier, letter, content, day)
      : await furtherLetter(dossier, letter, content, day);
  const saved = await saveAct(unlocked, ring, {
    dossier,
    changes: [...changes, ...files],
    ...(root === undefined ? { restrictedTo: readersOf(ring, content) } : {}),
  });
  if (saved.ok) return 'done';
  // What can never be kept must not hold up the letters behind it; a full device can be emptied.
  return saved.failure.code === 'too-large' || saved.failure.code === 'not-found' ? 'done' : 'later';
}

/** Whoever opened it is among them, so nobody is left out for whom it was sealed. */
function readersOf({ state, me }: Ring, { barred }: LetterContent): AccountId[] {
  return state.doorReaders
    .map(({ account }) => account)
    .filter((account) => account === me?.account || !barred.includes(account));
}

async function filesOf(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  letter: LetterId,
  { key }: OpenedLetter,
  { files }: LetterContent,
): Promise<Change[] | null> {
  const changes: Change[] = [];
  for (const [index, { name, mediaType, bytes }] of files.entries()) {
    const type = typeOf(mediaType);
    const request = { dossier, name, mediaType: type, bytes };
    const added = await addFile(unlocked, { ring, space: ring.space }, request, await letterFile(key, index));
    if (!added.ok) return null;
    const fields: Record<string, Value> = {
      role: type.startsWith('audio/') ? 'recording' : 'photo',
      file: added.value as unknown as Value,
      sha256: added.value.sha256,
    };
    changes.push({
      kind: 'file',
      record: await letterRecord(letter, `file/${index}`),
      fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { set: value }])),
    });
  }
  return changes;
}
