import { CONSULTED_STEPS, countConsulted, groupOf, type ConsultedCount } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import type { Surroundings } from '../fields/index.ts';
import { type Fact, Leaving } from '../plans/leaving.ts';
import { consultedIn } from './heard.ts';

/** A consultation as it may leave the seal: words alone. */
export interface ConsultationSheet {
  name: string;
  facts: readonly Fact[];
  count: ConsultedCount;
  /** `name` is empty of those that are not to be named. */
  who: readonly {
    id: string;
    name: string;
    side: string;
    steps: readonly string[];
    facts: readonly Fact[];
  }[];
  proposals: readonly { id: string; words: string; fate: string; facts: readonly Fact[] }[];
}

/** @param root the consultation @param records live ones of its dossier */
export function consultationSheet(
  root: RecordView,
  records: readonly RecordView[],
  around: Surroundings,
): ConsultationSheet {
  const head = new Leaving(root, around);
  const consulted = records.filter(({ kind }) => kind === 'consulted');
  return {
    name: head.name,
    facts: head.facts(groupOf('consultation', 'facts')),
    count: countConsulted(consulted.map(consultedIn)),
    who: consulted.map((record) => {
      const of = new Leaving(record, around);
      return {
        id: record.id,
        name: of.words('name'),
        side: of.words('side'),
        steps: CONSULTED_STEPS.map((step) => of.words(step)),
        facts: of.facts(['absence', 'reason', 'said', 'source']),
      };
    }),
    proposals: records
      .filter(({ kind }) => kind === 'proposal')
      .map((record) => {
        const of = new Leaving(record, around);
        return {
          id: record.id,
          words: of.words('words'),
          fate: of.words('fate'),
          facts: of.facts(['to', 'answerBy', 'fateOn', 'draft', 'reason', 'source']),
        };
      }),
  };
}
