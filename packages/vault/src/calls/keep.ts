import { addDays, dayAt } from '@dayaq/domain';
import { dueGone, isCall, isLate, prepare, readSurvey, sheetOf, wordsIn } from '@dayaq/domain/survey';
import {
  type ApplicationContent,
  type DossierId,
  letterDossier,
  type LetterId,
  type RecordId,
  toBase64url,
} from '@dayaq/sealing';
import { saveAct } from '../act.ts';
import { isApart } from '../apart.ts';
import type { Change, Outcome, Value } from '../client.ts';
import { isErased } from '../erasure/erased.ts';
import { done, failed } from '../failure.ts';
import { isForThemAlone, PLACES, readersLeft } from '../letters/alone.ts';
import type { Ring } from '../space/ring.ts';
import { everAsked } from '../surveys/asked.ts';
import { publishedSurvey } from '../surveys/publish.ts';
import type { Unlocked } from '../unlocked.ts';

/** Days by which one of two clocks may be wrong. */
const MOST_AHEAD = 31;

interface Came {
  readonly letter: LetterId;
  readonly content: ApplicationContent;
  /** On which it came, YYYY-MM-DD. */
  readonly day: string;
}

/**
 * Turns an application into a dossier, restricted to those for whom it was sealed and who open letters now. Several devices that do
 * so write the same words under the same number. What the call does not ask for is left out; what answers no call of ours is nothing.
 * Repeating is safe. Failures are those of `saveAct`, and of a server that does not give what was published.
 */
export async function keepApplication(unlocked: Unlocked, ring: Ring, came: Came): Promise<Outcome<null>> {
  const { content, day } = came;
  const hash = toBase64url(content.call);
  if (!everAsked(ring).has(hash)) return done;
  const published = await publishedSurvey(unlocked, ring, hash);
  if (!published.ok) return published;
  const asked = readSurvey(published.value);
  if (asked === null || !isCall(asked)) return done;
  const answers = sheetOf(prepare(asked), content.answers, day);
  if (answers === null) return done;
  const dossier = await placeOf(unlocked, ring, came);
  if (dossier === 'stands') return done;
  if (dossier === null) return failed('not-found');
  const [first = 'en'] = asked.languages;
  // A day that a server says is far ahead has nothing kept for ever.
  const latest = addDays(dayAt(unlocked.around.now()), MOST_AHEAD);
  const fields: Record<string, Value> = {
    name: wordsIn(asked.title, first, asked).slice(0, 300),
    call: hash,
    answers,
    received: { day },
    gone: { day: dueGone(asked.call, day < latest ? day : latest) },
    ...(isLate(asked.call, day) ? { late: true } : {}),
    language: content.language,
    readers: content.readers.join(' '),
    ...(content.barred.length === 0 ? {} : { barred: content.barred.join(' ') }),
    number: came.letter,
    address: toBase64url(content.address),
    verifier: toBase64url(content.verifier),
    box: toBase64url(content.box),
  };
  const change: Change = {
    kind: 'application',
    record: dossier,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { set: value }])),
  };
  return saveAct(unlocked, ring, {
    dossier,
    changes: [change],
    restrictedTo: readersLeft(ring, content.readers),
  });
}

/**
 * The first that nobody has begun and nobody else reads; what its sender writes when they come back stands there too. `stands`
 * where it is there already, or was destroyed; null where there is no room for it now.
 */
async function placeOf(
  unlocked: Unlocked,
  ring: Ring,
  { letter, content }: Came,
): Promise<DossierId | 'stands' | null> {
  for (const alone of [null, ...PLACES.map((place) => ({ letter, place }))]) {
    const dossier = await letterDossier(ring.space, content, alone);
    if (isErased(unlocked.engine, ring.space, dossier)) return 'stands';
    if (isApart(unlocked.engine, ring.space, dossier)) continue;
    const { state } = await unlocked.merged.of(unlocked, ring.space, dossier);
    const root = state.records.get(dossier as string as RecordId);
    if (root?.fields.get('number')?.value === letter) return 'stands';
    if (root === undefined && (await isForThemAlone(unlocked, ring, dossier, content.readers)))
      return dossier;
  }
  return null;
}
