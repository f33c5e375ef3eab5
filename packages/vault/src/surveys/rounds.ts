import { dayAt } from '@dayaq/domain';
import { LIMITS } from '@dayaq/protocol';
import { idBytes, type LetterId, newId, type RecordId } from '@dayaq/sealing';
import { saveAct } from '../act.ts';
import type { InterviewRound, InterviewsWaiting, InterviewWhy, Outcome } from '../client.ts';
import { failed, storeFailure, success } from '../failure.ts';
import { doorOf } from '../letters/cover.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { putPiece } from '../letters/put-piece.ts';
import { hashesIn } from './asked.ts';
import { publishedSurvey } from './publish.ts';
import { COUNTS, INTERVIEWS, openCounts, readInterview } from './round.ts';

const KEYS = 'round-key/';
const KEY_BYTES = 32;
/** Rounds whose counts are still taken up; of more, the oldest are over. */
const MOST_ROUNDS = 50;

/** What stands beside a round's key: where its counts belong. */
interface RoundKey {
  readonly space: string;
  readonly dossier: string;
  readonly day: string;
  /** Days since 1970, by which the oldest goes. */
  readonly begun: number;
  readonly key: Uint8Array;
}

/**
 * What it takes to ask a survey on this device while it is locked: its words, compared with the hash that two signed for, and the door as
 * the charter has it here. No server has a say in either. Failures: `not-found` where it is not asked at an open door, `not-allowed`
 * where it takes a code, or for whoever may not write.
 */
export async function beginRound(
  unlocked: Unlocked,
  ring: Ring,
  { dossier, hash }: { readonly dossier: string; readonly hash: string },
): Promise<Outcome<InterviewRound>> {
  if (!mayWrite(ring)) return failed('not-allowed');
  const door = doorOf(ring);
  if (door === null || !hashesIn(door.notice).includes(hash)) return failed('not-found');
  const published = await publishedSurvey(unlocked, ring, hash);
  if (!published.ok) return published;
  const key = unlocked.around.random(KEY_BYTES);
  const record = newId<RecordId>(unlocked.around.random);
  const now = unlocked.around.now();
  await forgetOldest(unlocked);
  await unlocked.kept.put(KEYS + record, {
    space: ring.space,
    dossier,
    day: dayAt(now),
    begun: Math.floor(now / 86_400_000),
    key,
  } satisfies RoundKey);
  return success({
    survey: hash,
    made: published.value,
    space: ring.space,
    epoch: door.epoch,
    dropKey: door.dropKey,
    readers: door.readers.map(({ account, name, encKey }) => ({ account, name, encKey })),
    record,
    key,
  });
}

async function forgetOldest(unlocked: Unlocked): Promise<void> {
  const rounds = await unlocked.kept.all(KEYS);
  const oldest = rounds
    .sort((a, b) => (b.value as RoundKey).begun - (a.value as RoundKey).begun)
    .slice(MOST_ROUNDS - 1);
  for (const { name } of oldest) await unlocked.kept.delete(name);
}

/** Under it, of a space or of one letter, why what waits was not sent when it was last tried. */
const WHY = 'interview-why/';

/** What waits on this device of all organisations of this account: how many people's answers, by why they could not be sent. */
export async function interviewsWaiting(unlocked: Unlocked): Promise<InterviewsWaiting[]> {
  const said = new Map(
    (await unlocked.kept.all(WHY)).map(({ name, value }) => [name, value as InterviewWhy]),
  );
  const counts = new Map<InterviewWhy, number>();
  for (const name of await unlocked.kept.keep.names(INTERVIEWS)) {
    const [space = '', letter = ''] = name.slice(INTERVIEWS.length).split('/');
    const why = said.get(WHY + letter) ?? said.get(WHY + space) ?? 'not-tried';
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  return [...counts].map(([why, count]) => ({ why, count }));
}

/**
 * Sends what was answered on this device while it was locked, as the public page sends it: by no session, in the order of numbers drawn
 * by chance. What cannot be sent now waits; nothing goes before the server has taken all of it.
 */
export async function sendInterviews(unlocked: Unlocked, ring: Ring): Promise<void> {
  await takeCounts(unlocked, ring);
  const { keep } = unlocked.kept;
  for (const name of await keep.names(`${INTERVIEWS}${ring.space}/`)) {
    if (!unlocked.alive) return;
    const bytes = await keep.get(name);
    const kept = bytes === null ? null : readInterview(bytes);
    const letter = name.split('/').at(-1) as LetterId;
    // Damaged on the device: nobody can read it.
    const why = kept === null ? null : await send(unlocked, ring, letter, kept);
    const isAlone = why !== null && OF_ONE.has(why);
    await sayWhy(unlocked, letter, isAlone ? why : null);
    if (why === null) await keep.delete(name);
    else if (!isAlone) return sayWhy(unlocked, ring.space, why);
  }
  await sayWhy(unlocked, ring.space, null);
}

/** Keeps why it waits; a full device goes on without. */
async function sayWhy({ kept }: Unlocked, of: string, why: InterviewWhy | null): Promise<void> {
  if (((await kept.get(WHY + of)) ?? null) === why) return;
  try {
    await (why === null ? kept.delete(WHY + of) : kept.put(WHY + of, why));
  } catch (error) {
    if (storeFailure(error) === null) throw error;
  }
}

/** By the server's refusals; whatever else stands in the way passes by itself, as a network that is away. */
const WHYS: Readonly<Record<string, InterviewWhy>> = {
  malformed: 'refused',
  'blob-mismatch': 'refused',
  'too-large': 'full',
  'not-found': 'shut',
  'version-mismatch': 'old',
};
/** What is true of one letter, and says nothing of the next. */
const OF_ONE: ReadonlySet<InterviewWhy> = new Set(['refused', 'full']);

/** Null once the server has taken all of it. */
async function send(
  unlocked: Unlocked,
  ring: Ring,
  letter: LetterId,
  { epoch, sealed }: { readonly epoch: number; readonly sealed: Uint8Array },
): Promise<InterviewWhy | null> {
  const pieces = Math.ceil(sealed.length / LIMITS.letterPiece);
  for (let piece = 0; piece < pieces; piece += 1) {
    if (!unlocked.alive) return 'away';
    const from = piece * LIMITS.letterPiece;
    const put = await putPiece(unlocked, {
      space: idBytes(ring.space),
      letter: idBytes(letter),
      epoch,
      piece,
      pieces,
      sealed: sealed.slice(from, from + LIMITS.letterPiece),
    });
    if (!put.ok) return WHYS[put.code] ?? 'away';
  }
  return null;
}

/** Writes how each round went into its survey's dossier: the same record with the same numbers, however often. */
async function takeCounts(unlocked: Unlocked, ring: Ring): Promise<void> {
  const { kept } = unlocked;
  if (!mayWrite(ring)) return;
  for (const name of await kept.keep.names(COUNTS)) {
    if (!unlocked.alive) return;
    const record = name.slice(COUNTS.length) as RecordId;
    const round = (await kept.get(KEYS + record)) as RoundKey | null;
    if (round !== null && round.space !== ring.space) continue;
    const sealed = await kept.keep.get(name);
    const counts = round === null || sealed === null ? null : await openCounts(round.key, name, sealed);
    if (round !== null && counts !== null) {
      const { asked, refused, brokenOff } = counts;
      const saved = await saveAct(unlocked, ring, {
        dossier: round.dossier,
        changes: [
          {
            kind: 'survey-round',
            record,
            fields: {
              day: { set: { day: round.day } },
              asked: { set: asked },
              refused: { set: refused },
              brokenOff: { set: brokenOff },
            },
          },
        ],
      });
      if (!saved.ok) continue;
    }
    await kept.keep.delete(name);
  }
}
