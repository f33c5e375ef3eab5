import {
  type Answer,
  keyOf,
  MARKS,
  type Mark,
  OTHER,
  otherKey,
  type Placed,
  type Prepared,
  type QuestionType,
  Standing,
  turnsOf,
} from '@dayaq/domain/survey';

const DAY_LENGTH = 10;

/** What one person has answered so far: in this page's memory, and nowhere else. */
export class Answering {
  readonly prepared: Prepared;
  readonly answers = new Map<string, Answer>();
  /** What stands in a field, where what was said by it is written otherwise. */
  readonly #typed = new Map<string, string>();
  readonly #changed: () => void;

  /** @param before whose answers stand there still: in another language, or with another question */
  constructor(prepared: Prepared, changed: () => void, before?: Answering | null) {
    this.prepared = prepared;
    this.#changed = changed;
    for (const [key, answer] of before?.answers ?? []) this.answers.set(key, answer);
    if (before) for (const [key, text] of before.#typed) this.#typed.set(key, text);
  }

  /** The person's day, YYYY-MM-DD. */
  get today(): string {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, DAY_LENGTH);
  }

  standing(): Standing {
    return new Standing(this.prepared, this.answers, this.today);
  }

  said(key: string): readonly string[] {
    const answer = this.answers.get(key);
    return answer !== undefined && 'said' in answer ? answer.said : [];
  }

  mark(key: string): Mark | null {
    const answer = this.answers.get(key);
    return answer !== undefined && 'mark' in answer ? answer.mark : null;
  }

  /** Said anew; nothing said is no answer. */
  say(key: string, said: readonly string[]): void {
    const texts = said.filter((each) => each.trim() !== '');
    if (texts.length === 0) this.answers.delete(key);
    else this.answers.set(key, { said: texts });
    this.#changed();
  }

  /** Typed into a field: a decimal comma is as good as a point, and stays as it was typed. */
  type(key: string, text: string, type: QuestionType): void {
    this.#typed.set(key, text);
    if (type === 'text') return this.say(key, [text]);
    this.say(key, [(type === 'decimal' ? text.replace(',', '.') : text).trim()]);
  }

  /** What stands in its field; nothing once it is answered otherwise. */
  typed(key: string): string {
    const [said = ''] = this.said(key);
    return said === '' ? '' : (this.#typed.get(key) ?? said);
  }

  /** Nothing of what was answered is known any more. */
  forget(): void {
    this.answers.clear();
    this.#typed.clear();
  }

  setMark(key: string, name: string): void {
    const mark = MARKS.find((each) => each === name);
    if (mark === undefined || mark === 'skipped') this.answers.delete(key);
    else this.answers.set(key, { mark });
    this.#changed();
  }

  otherWords(placed: Placed, turn: number | null): string {
    return this.said(keyOf(otherKey(placed.question.name), turn))[0] ?? '';
  }

  sayOther(placed: Placed, turn: number | null, words: string): void {
    const key = keyOf(otherKey(placed.question.name), turn);
    if (words.trim() === '') this.answers.delete(key);
    else this.answers.set(key, { said: [words] });
  }

  choose(placed: Placed, turn: number | null, name: string, isChosen: boolean): void {
    const key = keyOf(placed.question.name, turn);
    const others = placed.question.type === 'many' ? this.said(key).filter((each) => each !== name) : [];
    this.say(key, isChosen ? [...others, name] : others);
  }

  isOther(key: string): boolean {
    return this.said(key).includes(OTHER);
  }

  /** How often a group is asked. */
  turns(group: NonNullable<Placed['repeat']>): number {
    return turnsOf(this.answers, group);
  }

  setTurns(group: NonNullable<Placed['repeat']>, turns: number): void {
    this.answers.set(group.name, { said: [String(turns)] });
    this.#changed();
  }
}
