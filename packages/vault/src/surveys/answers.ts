import type { DossierId } from '@dayaq/sealing';
import type { Id, SurveyAnswers } from '../client.ts';
import { spaceNumber } from '../database/space-number.ts';
import { rootOf } from '../sharing/root.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { heldSheets } from './hold.ts';

/** Dossiers of answers that are looked through. */
const MOST = 500;

/** Where the answers to a survey stand, as far as this account reads them: one dossier for each list of readers that was named. */
export async function surveyAnswers(unlocked: Unlocked, ring: Ring, hash: string): Promise<SurveyAnswers> {
  const rows = unlocked.engine.all<{ id: DossierId }>(
    "select id from dossier where space = ? and kind = 'survey-answers' order by id limit ?",
    spaceNumber(unlocked.engine, ring.space),
    MOST,
  );
  const dossiers: Id[] = [];
  for (const { id } of rows) {
    const root = await rootOf(unlocked, ring.space, id);
    if (root?.fields.get('survey')?.value === hash) dossiers.push(id);
  }
  const held = await heldSheets(unlocked, ring.space);
  return { dossiers, today: held.filter(({ sheet }) => sheet.survey === hash).length };
}
