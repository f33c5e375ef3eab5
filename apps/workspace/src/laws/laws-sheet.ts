import { lawStanding, stepsAhead } from '@dayaq/domain';
import { compareText } from '@dayaq/locale';
import type { ListedRecord, RecordView } from '@dayaq/vault/client';
import type { Surroundings } from '../fields/index.ts';
import { Leaving } from '../plans/leaving.ts';
import { type Step, monthsIn, silenceWords, standingWords, stepsIn } from './law.ts';

/** A law as it may leave the seal: words alone. */
export interface LawLine {
  id: string;
  name: string;
  type: string;
  wanted: string;
  stands: string;
  silence: string;
  steps: readonly { id: string; stage: string; day: string; words: string; who: string; source: string }[];
}

export interface LawsSheet {
  lines: readonly LawLine[];
  /** Laws that are open to some of us alone: nothing of them is there but their number. */
  keptBack: number;
}

const asView = ({ record, kind, fields, created, updated }: ListedRecord): RecordView => ({
  id: record,
  kind,
  deleted: false,
  created,
  updated,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { value, ...updated, alternatives: [] }]),
  ),
});

/** @param records of kinds `law` and `law-step` @param today YYYY-MM-DD */
export function lawsSheet(records: readonly ListedRecord[], around: Surroundings, today: string): LawsSheet {
  const byName = compareText(around.translator.language);
  const laws = records.filter(({ kind }) => kind === 'law');
  const open = laws.filter(({ restricted }) => !restricted);
  return {
    keptBack: laws.length - open.length,
    lines: open
      .map((law) => {
        const of = new Leaving(asView(law), around);
        const own = records.filter(({ kind, dossier }) => kind === 'law-step' && dossier === law.dossier);
        const steps = stepsIn(own.map(asView));
        const standing = lawStanding(steps, today, monthsIn(law.fields['silentAfter']));
        return {
          id: law.record,
          name: of.name,
          type: of.words('type'),
          wanted: of.words('wanted'),
          stands: standingWords(standing, around),
          silence: standing.silence === 'silent' ? silenceWords(standing, around) : '',
          steps: [...stepsAhead(steps, today), ...standing.steps].map((step) => lineOf(step, around)),
        };
      })
      .sort((a, b) => byName(a.name, b.name)),
  };
}

function lineOf({ record }: Step, around: Surroundings): LawLine['steps'][number] {
  const of = new Leaving(record, around);
  return {
    id: record.id,
    stage: of.words('stage'),
    day: of.words('date'),
    words: of.words('words'),
    who: [of.words('voice'), of.words('who')].filter(Boolean).join(', '),
    source: of.words('source'),
  };
}
