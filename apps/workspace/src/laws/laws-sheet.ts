import { lawStanding, stepsAhead } from '@dayaq/domain';
import { compareText } from '@dayaq/locale';
import type { ListedRecord } from '@dayaq/vault/client';
import type { Surroundings } from '../fields/index.ts';
import { asView, Leaving } from '../plans/leaving.ts';
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
  /** What it punishes: articles that are to go first, then what is over. */
  penalties: readonly { id: string; article: string; wanted: string; words: readonly string[] }[];
}

export interface LawsSheet {
  lines: readonly LawLine[];
  /** Laws that are open to some of us alone: nothing of them is there but their number. */
  keptBack: number;
}

/** @param records of kinds `law`, `law-step` and `penalty` @param today YYYY-MM-DD */
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
          penalties: records
            .filter(({ kind, dossier }) => kind === 'penalty' && dossier === law.dossier)
            .sort((a, b) => Number(a.fields['ended'] != null) - Number(b.fields['ended'] != null))
            .map((record) => penaltyOf(record, around)),
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

function penaltyOf(record: ListedRecord, around: Surroundings): LawLine['penalties'][number] {
  const of = new Leaving(asView(record), around);
  const { t } = around.translator;
  const ended = of.words('ended');
  return {
    id: record.record,
    article: of.words('article'),
    wanted: ended === '' ? of.words('wanted') : [t('laws.penalties.ended'), ended].join(': '),
    words: ['words', 'penalty', 'source'].map((field) => of.words(field)).filter((words) => words !== ''),
  };
}
