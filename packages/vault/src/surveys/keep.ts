import { dayAt, dayNumber, dayNumbered } from '@dayaq/domain';
import { prepare, type Prepared, readSurvey, sheetOf, type Survey, wordsIn } from '@dayaq/domain/survey';
import {
  type AccountId,
  type DossierId,
  fromBase64url,
  isCodeToken,
  readCodeKey,
  type RecordId,
  type SheetContent,
  sheetRecord,
  sheetsDossier,
  tokenRecord,
} from '@dayaq/sealing';
import { saveAct } from '../act.ts';
import { isApart } from '../apart.ts';
import type { Change } from '../client.ts';
import { isErased } from '../erasure/erased.ts';
import { isForThemAlone, PLACES, readersLeft } from '../letters/alone.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { everAsked } from './asked.ts';
import { dropHeldSheet, type Held, heldSheets, tokenOf } from './hold.ts';
import { publishedSurvey } from './publish.ts';

/** Sheets, and characters of their answers, that are kept by one act. */
const MOST_SHEETS = 50;
const MOST_CHARACTERS = 120_000;
/** Sheets that are brought in by one turn; the others come with the next. */
const MOST_AT_ONCE = 1000;

/**
 * Brings in the sheets of days that are over, those of one survey together and in no order: what is kept says the day, and neither
 * hour nor turn. Several devices that do so write the same words under the same numbers. What the survey does not ask for is left out.
 */
export async function keepSheets(unlocked: Unlocked, ring: Ring): Promise<void> {
  if (!mayWrite(ring)) return;
  const today = dayNumber(dayAt(unlocked.around.now()));
  const came = await heldSheets(unlocked, ring.space, { before: today, most: MOST_AT_ONCE });
  if (came.length === 0) return;
  const asked = everAsked(ring);
  const ripe: Held[] = [];
  // Nobody of us ever signed for it: whoever sent that answered nothing of ours.
  for (const each of came)
    if (asked.has(each.sheet.survey)) ripe.push(each);
    else await dropHeldSheet(unlocked, each);
  const readersOf = ({ sheet }: Held): AccountId[] =>
    // Whom no page of ours ever named was left nothing.
    [...new Set(sheet.readers)].filter((each) => ring.membership.openedLetters(each, null)).sort();
  const groups = new Map<string, { hash: string; readers: AccountId[]; sheets: Held[] }>();
  for (const each of ripe) {
    const readers = readersOf(each);
    const name = `${each.sheet.survey} ${readers.join(' ')}`;
    const group = groups.get(name) ?? { hash: each.sheet.survey, readers, sheets: [] };
    group.sheets.push(each);
    groups.set(name, group);
  }
  for (const { hash, readers, sheets } of groups.values()) {
    if (!unlocked.alive) return;
    await keepOf(unlocked, ring, { hash, readers }, sheets);
  }
}

/** Sheets of one survey, of those who saw the same readers named. What cannot be kept now waits. */
async function keepOf(
  unlocked: Unlocked,
  ring: Ring,
  { hash, readers }: { readonly hash: string; readonly readers: readonly AccountId[] },
  sheets: readonly Held[],
): Promise<void> {
  const published = await publishedSurvey(unlocked, ring, hash);
  const bytes = fromBase64url(hash);
  if (!published.ok || !bytes.ok) return;
  const survey = readSurvey(published.value);
  // To a call one applies, with a letter's receipt.
  if (survey === null || survey.call !== undefined) return dropAll(unlocked, sheets);
  const dossier = await placeFor(unlocked, ring, { survey: bytes.value, readers });
  if (dossier === null) return;
  if (dossier === 'destroyed') return dropAll(unlocked, sheets);
  const prepared = prepare(survey);
  // Their ids are hashes: by them they stand in no order of coming.
  const named = await namedSheets(sheets, survey);
  await dropAll(
    unlocked,
    sheets.filter(({ letter }) => !named.some((each) => each.letter === letter)),
  );
  for (let rest = named; rest.length > 0 && unlocked.alive; ) {
    const now = together(rest);
    rest = rest.slice(now.length);
    if (!(await keepTogether(unlocked, ring, { dossier, hash, survey, prepared, readers }, now))) return;
    await dropAll(unlocked, now);
  }
}

/** The first that nobody reads but those to whom the answers were left; null where there is none now. */
async function placeFor(
  unlocked: Unlocked,
  ring: Ring,
  of: Pick<SheetContent, 'survey' | 'readers'>,
): Promise<DossierId | 'destroyed' | null> {
  for (const place of PLACES) {
    const dossier = await sheetsDossier(ring.space, of, place);
    if (isErased(unlocked.engine, ring.space, dossier)) return 'destroyed';
    if (isApart(unlocked.engine, ring.space, dossier)) continue;
    if (await isForThemAlone(unlocked, ring, dossier, of.readers)) return dossier;
  }
  return null;
}

interface Named extends Held {
  readonly record: RecordId;
}

/**
 * What counts, in the order of its records. Where it takes a code to answer, what comes without a token that was signed for one does not,
 * and of several that came with one and the same the first by its letter's number: on every device the same one.
 */
async function namedSheets(sheets: readonly Held[], { codes }: Survey): Promise<Named[]> {
  const found = new Map<RecordId, Named>();
  const bytes = codes === undefined ? null : fromBase64url(codes);
  const key = bytes?.ok === true ? await readCodeKey(bytes.value) : null;
  for (const each of [...sheets].sort((a, b) => (a.letter < b.letter ? -1 : 1))) {
    if (codes === undefined) {
      const record = await sheetRecord(each.letter);
      found.set(record, { ...each, record });
      continue;
    }
    const token = tokenOf(each.sheet);
    if (token === null || key?.ok !== true || !(await isCodeToken(key.value, token))) continue;
    const record = await tokenRecord(token);
    if (!found.has(record)) found.set(record, { ...each, record });
  }
  return [...found.values()].sort((a, b) => (a.record < b.record ? -1 : 1));
}

function together<T extends Held>(sheets: readonly T[]): T[] {
  let room = MOST_CHARACTERS;
  const found: T[] = [];
  for (const each of sheets.slice(0, MOST_SHEETS)) {
    room -= each.sheet.answers.length;
    if (room < 0 && found.length > 0) break;
    found.push(each);
  }
  return found;
}

async function dropAll(unlocked: Unlocked, sheets: readonly Held[]): Promise<void> {
  for (const each of sheets) await dropHeldSheet(unlocked, each);
}

interface Of {
  readonly dossier: DossierId;
  readonly hash: string;
  readonly survey: Survey;
  readonly prepared: Prepared;
  readonly readers: readonly AccountId[];
}

/** False where it is tried again with the next turn. */
async function keepTogether(
  unlocked: Unlocked,
  ring: Ring,
  { dossier, hash, survey, prepared, readers }: Of,
  sheets: readonly Named[],
): Promise<boolean> {
  const { state } = await unlocked.merged.of(unlocked, ring.space, dossier);
  const isNew = !state.records.has(dossier as string as RecordId);
  const changes: Change[] = sheets.flatMap(({ record, sheet }) => {
    if (state.records.has(record)) return [];
    const day = dayNumbered(sheet.day);
    const answers = sheetOf(prepared, JSON.parse(sheet.answers), day);
    return answers === null ? [] : [sheetChange(record, day, sheet.language, answers)];
  });
  if (changes.length === 0) return true;
  const [first = 'en'] = survey.languages;
  const root: Change = {
    kind: 'survey-answers',
    record: dossier,
    fields: { survey: { set: hash }, name: { set: wordsIn(survey.title, first, survey).slice(0, 300) } },
  };
  const saved = await saveAct(unlocked, ring, {
    dossier,
    changes: isNew ? [root, ...changes] : changes,
    ...(isNew ? { restrictedTo: readersLeft(ring, readers) } : {}),
  });
  // A full device can be emptied.
  return saved.ok;
}

const sheetChange = (record: RecordId, day: string, language: string, answers: string): Change => ({
  kind: 'survey-sheet',
  record,
  fields: { received: { set: { day } }, language: { set: language }, answers: { set: answers } },
});
