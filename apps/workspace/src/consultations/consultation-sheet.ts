import {
  CONSULTED_STEPS,
  type ConsultedCount,
  countConsulted,
  groupOf,
  type ProposalState,
  proposalState,
} from '@dayaq/domain';
import type { LinkEnd, RecordView } from '@dayaq/vault/client';
import type { Surroundings } from '../fields/index.ts';
import { asView, type Fact, Leaving } from '../plans/leaving.ts';
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
  /** Plans and commitments that it was about. */
  about: readonly string[];
  /** Some of those are open to some of us alone: nothing of them is in it. */
  aboutKeptBack: boolean;
  proposals: readonly {
    id: string;
    words: string;
    /** Empty where there is no answer. */
    fate: string;
    state: ProposalState;
    facts: readonly Fact[];
  }[];
}

/**
 * @param root the consultation
 * @param of live records of its dossier, and what it is about, as far as it is here
 * @param today YYYY-MM-DD
 */
export function consultationSheet(
  root: RecordView,
  of: { records: readonly RecordView[]; about: readonly LinkEnd[] },
  around: Surroundings,
  today: string,
): ConsultationSheet {
  const { records } = of;
  const head = new Leaving(root, around);
  const open = of.about.filter(({ restricted }) => !restricted);
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
    about: open.map((end) => endName(end, around)).filter((name) => name !== ''),
    aboutKeptBack: open.length < of.about.length,
    proposals: records
      .filter(({ kind }) => kind === 'proposal')
      .map((record) => {
        const of = new Leaving(record, around);
        return {
          id: record.id,
          words: of.words('words'),
          fate: of.words('fate'),
          state: proposalState({ fate: of.value('fate'), answerBy: of.value('answerBy') }, today),
          facts: of.facts(['to', 'answerBy', 'fateOn', 'draft', 'reason', 'source']),
        };
      }),
  };
}

/** What may leave of what an end of a link is called. */
const endName = ({ id, kind, fields }: LinkEnd, around: Surroundings): string =>
  new Leaving(asView({ record: id, kind, fields: fields ?? {} }), around).name;
