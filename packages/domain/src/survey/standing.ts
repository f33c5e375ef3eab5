import { type Around, reckon, toText, toTruth, type Value } from './expression.ts';
import { type Choice, OTHER, otherKey, type Question } from './model.ts';
import type { Placed, Prepared } from './prepared.ts';

/** Four things that are no answer, and differ: passed over, did not happen to me, do not know, rather not say. */
export const MARKS = ['skipped', 'not-me', 'unknown', 'prefers-not'] as const;
export type Mark = (typeof MARKS)[number];

/** `said`: one text, or of a question of several choices the names of those chosen. */
export type Answer = { readonly said: readonly string[] } | { readonly mark: Mark };
/**
 * By `keyOf`. Words that go with "other" stand under `otherKey` of the question's name; how often a group is asked under its name.
 */
export type Answers = ReadonlyMap<string, Answer>;

export const ANSWER_LIMITS = {
  /** Characters. */
  text: 4000,
  number: 20,
} as const;

/** Of a group that is asked several times, `turn` counts from 1. */
export const keyOf = (name: string, turn: number | null): string =>
  turn === null ? name : `${name}#${turn}`;

const textIn = (answer: Answer | undefined): readonly string[] =>
  answer !== undefined && 'said' in answer ? answer.said : [];

export function turnsOf(
  answers: Answers,
  group: { readonly name: string; readonly repeat?: number },
): number {
  const said = Number(textIn(answers.get(group.name))[0] ?? 1);
  return Number.isInteger(said) ? Math.min(Math.max(said, 1), group.repeat ?? 1) : 1;
}

/** Where a question stands in what one person answers. */
export interface Asked {
  readonly key: string;
  readonly placed: Placed;
  readonly turn: number | null;
}

/** What one person's answers come to: which questions are asked, and with which choices. */
export class Standing {
  readonly #prepared: Prepared;
  readonly #answers: Answers;
  readonly #today: string;
  readonly #known = new Map<string, Value>();
  readonly #shown = new Map<string, boolean>();
  readonly #busy = new Set<string>();

  /** @param today YYYY-MM-DD */
  constructor(prepared: Prepared, answers: Answers, today: string) {
    this.#prepared = prepared;
    this.#answers = answers;
    this.#today = today;
  }

  /** Questions and notes that are asked, in their order; what is only reckoned is none. */
  asked(): readonly Asked[] {
    const found: Asked[] = [];
    const { placed } = this.#prepared;
    for (let at = 0; at < placed.length; ) {
      const { repeat } = placed[at] as Placed;
      const from = at;
      while (at < placed.length && placed[at]?.repeat === repeat && (repeat !== null || at === from)) at += 1;
      const turns = repeat === null ? [null] : turnNumbers(turnsOf(this.#answers, repeat));
      for (const turn of turns)
        for (const each of placed.slice(from, at))
          if (each.question.type !== 'calculate' && this.isAsked(each, turn))
            found.push({ key: keyOf(each.question.name, turn), placed: each, turn });
    }
    return found;
  }

  isAsked(placed: Placed, turn: number | null): boolean {
    const key = keyOf(placed.question.name, turn);
    const known = this.#shown.get(key);
    if (known !== undefined) return known;
    // A condition that hangs on itself holds nobody up: it is found before anything is published.
    if (this.#busy.has(`asked ${key}`)) return false;
    this.#busy.add(`asked ${key}`);
    const shown = placed.relevant.every((each) => toTruth(reckon(each, this.#around(turn, ''))));
    this.#busy.delete(`asked ${key}`);
    this.#shown.set(key, shown);
    return shown;
  }

  choicesOf({ question, choiceFilter }: Placed, turn: number | null): readonly Choice[] {
    const choices = question.choices ?? [];
    if (choiceFilter === null) return choices;
    const around = this.#around(turn, '');
    return choices.filter(({ name, marks = {} }) =>
      toTruth(
        reckon(choiceFilter, {
          ...around,
          valueOf: (asked) => {
            if (!asked.startsWith('@')) return around.valueOf(asked);
            const column = asked.slice(1);
            return column === 'name' ? name : Object.hasOwn(marks, column) ? (marks[column] ?? '') : '';
          },
        }),
      ),
    );
  }

  /** What is wrong with something said, as the survey's makers bound it; null where nothing is. */
  wrongWith(
    placed: Placed,
    turn: number | null,
    said: readonly string[],
  ): 'form' | 'choice' | 'constraint' | null {
    const { question, constraint } = placed;
    const fault = formFault(question, said, this.choicesOf(placed, turn));
    if (fault !== null || constraint === null) return fault;
    const own = valueOf(question, said);
    return toTruth(reckon(constraint, this.#around(turn, own))) ? null : 'constraint';
  }

  /** What is reckoned or said under a name, for words that name it. */
  valueOf(name: string, turn: number | null): Value {
    const placed = this.#prepared.byName.get(name);
    if (placed === undefined) return this.#ownWords(name, turn);
    const at = placed.repeat === null ? null : (turn ?? 1);
    const key = keyOf(name, at);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#busy.has(key)) return '';
    this.#busy.add(key);
    const value = this.#reckoned(placed, key, at);
    this.#busy.delete(key);
    this.#known.set(key, value);
    return value;
  }

  /** What stands beside "other", which goes by a name of its own. */
  #ownWords(name: string, turn: number | null): Value {
    const base = name.endsWith(otherKey('')) ? name.slice(0, -otherKey('').length) : '';
    const placed = this.#prepared.byName.get(base);
    if (placed?.question.other !== true) return '';
    const key = keyOf(name, placed.repeat === null ? null : (turn ?? 1));
    return textIn(this.#answers.get(key))[0] ?? '';
  }

  #reckoned(placed: Placed, key: string, turn: number | null): Value {
    if (!this.isAsked(placed, turn)) return '';
    if (placed.question.type !== 'calculate') return valueOf(placed.question, textIn(this.#answers.get(key)));
    const value = placed.calculation === null ? '' : reckon(placed.calculation, this.#around(turn, ''));
    return typeof value === 'number' && Number.isNaN(value) ? '' : value;
  }

  #around(turn: number | null, own: Value): Around {
    return { today: this.#today, valueOf: (name) => (name === '.' ? own : this.valueOf(name, turn)) };
  }
}

const turnNumbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

function valueOf({ type }: Question, said: readonly string[]): Value {
  const [first = ''] = said;
  if (type === 'many') return said.join(' ');
  return (type === 'integer' || type === 'decimal') && first !== '' ? Number(first) : first;
}

const NUMBERS = { integer: /^-?\d{1,15}$/, decimal: /^-?\d{1,15}([.]\d{1,10})?$/ } as const;

function formFault(
  { type, other }: Question,
  said: readonly string[],
  choices: readonly Choice[],
): 'form' | 'choice' | null {
  const [first = ''] = said;
  if (type === 'many' || type === 'one') {
    if (type === 'one' && said.length !== 1) return 'form';
    if (said.length === 0 || new Set(said).size !== said.length) return 'form';
    const known = (name: string): boolean =>
      (other === true && name === OTHER) || choices.some((each) => each.name === name);
    return said.every(known) ? null : 'choice';
  }
  if (said.length !== 1) return 'form';
  if (type === 'integer' || type === 'decimal') return NUMBERS[type].test(first) ? null : 'form';
  if (type === 'date') return isDay(first) ? null : 'form';
  return type === 'text' && first.trim() !== '' && first.length <= ANSWER_LIMITS.text ? null : 'form';
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Words of a question in which `${name}` stands for what was said under it. */
export function filledIn(words: string, standing: Standing, turn: number | null): string {
  return words.replace(/\$\{\s*([^}]{1,64}?)\s*\}/g, (_, name: string) =>
    toText(standing.valueOf(name, turn)),
  );
}

/**
 * What is kept of one person's answers: of each question that was asked what they said, or one of the marks. What was said before
 * another answer took the question away is left out, and so is whatever does not fit: the sender may have used any program.
 */
export function kept(prepared: Prepared, answers: Answers, today: string): Map<string, Answer> {
  const standing = new Standing(prepared, answers, today);
  const found = new Map<string, Answer>();
  for (const { key, placed, turn } of standing.asked()) {
    const { question, repeat } = placed;
    if (question.type === 'note') continue;
    if (repeat !== null && turn === 1) found.set(repeat.name, { said: [String(turnsOf(answers, repeat))] });
    const answer = answers.get(key);
    if (answer === undefined) {
      found.set(key, { mark: 'skipped' });
      continue;
    }
    if ('mark' in answer) {
      found.set(key, answer);
      continue;
    }
    const fits = standing.wrongWith(placed, turn, answer.said) === null;
    found.set(key, fits ? answer : { mark: 'skipped' });
    const ownKey = keyOf(otherKey(question.name), turn);
    const [words = ''] = textIn(answers.get(ownKey));
    if (fits && question.other === true && answer.said.includes(OTHER) && words.trim() !== '')
      found.set(ownKey, { said: [words.slice(0, ANSWER_LIMITS.text)] });
  }
  return found;
}
