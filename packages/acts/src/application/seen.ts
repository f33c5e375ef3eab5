import { isFuzzyDate } from '@dayaq/domain';
import { type Answer, type Placed, type Prepared, readSheet } from '@dayaq/domain/survey';
import type { Id, RecordView } from '@dayaq/vault/client';
import { textIn } from '../record-values.ts';
import { masked } from './masked.ts';

/** So many score an application, each without seeing the other's. */
export const SCORERS = 2;
/** Points between the two from which they are asked to talk about it. */
export const FAR_APART = 3;

export interface Score {
  readonly by: Id;
  /** From 1 to 10. */
  readonly score: number;
  readonly words: string;
}

export interface SeenAnswer {
  readonly placed: Placed;
  readonly answer: Answer | undefined;
  /** They answered, and it would tell who they are. */
  readonly isHidden: boolean;
}

/** What one of us may see of an application. There is nothing in it that they may not. */
export interface Seen {
  /** Both have scored. */
  readonly isOpen: boolean;
  readonly mine: Score | null;
  /** Of everybody who scored, once two have; until then none. */
  readonly scores: readonly Score[];
  readonly isFarApart: boolean;
  /** May still score it. */
  readonly mayScore: boolean;
  readonly answers: readonly SeenAnswer[];
  /** What they wrote when they came back. */
  readonly further: readonly { readonly words: string; readonly received: string }[];
  /** Letters that wait behind the scoring. */
  readonly waiting: number;
}

interface Of {
  readonly application: RecordView;
  readonly records: readonly RecordView[];
  readonly prepared: Prepared;
  readonly me: Id;
  /** Who could score it: `scorersOf`. */
  readonly scorers: readonly Id[];
}

/**
 * Of those to whom its sender left an application, who can still score it: who reads it, and who reads what comes through the page. So
 * nobody becomes the only one by closing it to the other.
 * @param readers of the application
 * @param opening letters now; both are members
 */
export function scorersOf(application: RecordView, readers: readonly Id[], opening: readonly Id[]): Id[] {
  const left = textIn(application, 'readers').split(' ');
  return [...new Set([...readers, ...opening])].filter((account) => left.includes(account));
}

/**
 * What stands in an application, as one of us may see it: until two have scored, without names, ways to reach the person, words that
 * repeat them, what they wrote later, and what the other one thought.
 */
export function seenBy({ application, records, prepared, me, scorers }: Of): Seen {
  const said = scoresIn(records);
  // Whoever applied may have left it to one of us alone; whoever nobody knows of opens nothing.
  const needed = Math.min(SCORERS, Math.max(1, scorers.length));
  const isOpen = said.length >= needed;
  const scores = isOpen ? said : [];
  const points = scores.map(({ score }) => score);
  const mine = said.find(({ by }) => by === me) ?? null;
  const sheet = readSheet(textIn(application, 'answers'));
  const told = prepared.placed.flatMap(({ question }) => {
    const answer = question.identifies === true ? sheet.get(question.name) : undefined;
    return answer !== undefined && 'said' in answer ? answer.said : [];
  });
  const answers = prepared.placed.flatMap((placed): SeenAnswer[] => {
    const { name, type, identifies } = placed.question;
    if (type === 'note' || type === 'calculate') return [];
    const answer = sheet.get(name);
    if (isOpen || answer === undefined || !('said' in answer)) return [{ placed, answer, isHidden: false }];
    if (identifies === true) return [{ placed, answer: undefined, isHidden: true }];
    if (type !== 'text') return [{ placed, answer, isHidden: false }];
    return [{ placed, answer: { said: answer.said.map((text) => masked(text, told)) }, isHidden: false }];
  });
  const further = records
    .filter(({ kind, deleted }) => kind === 'application-more' && !deleted)
    .sort((a, b) => a.created.at - b.created.at)
    .map((record) => {
      const received = record.fields['received']?.value;
      return { words: textIn(record, 'words'), received: isFuzzyDate(received) ? received.day : '' };
    });
  return {
    isOpen,
    mine,
    scores,
    isFarApart: scores.length > 1 && Math.max(...points) - Math.min(...points) >= FAR_APART,
    mayScore: !isOpen && mine === null,
    answers,
    further: isOpen ? further : [],
    waiting: isOpen ? 0 : further.length,
  };
}

/** Each person's score: the record is theirs alone, and stands once (`Kind.oneEach`). */
function scoresIn(records: readonly RecordView[]): Score[] {
  return records
    .flatMap((record) => {
      const score = record.fields['score']?.value;
      if (record.kind !== 'application-score' || typeof score !== 'number') return [];
      const { by, at } = record.created;
      return [{ by, score, words: textIn(record, 'words'), at }];
    })
    .sort((a, b) => a.at - b.at || (a.by < b.by ? -1 : 1))
    .map(({ by, score, words }) => ({ by, score, words }));
}
