import { dayNumber } from '../day.ts';
import { areaWithAncestors } from '../packs/index.ts';
import { codeOf } from '../code-lists/index.ts';
import { ACTS, CASES, COUNTED, PERSONS } from './declared.ts';
import { type Derived, derivedOf } from './derived.ts';
import { type Column, type Facts, NO_DAY, type Table } from './facts.ts';
import { Ints, type Lists } from './ints.ts';
import { DIMENSIONS, type Question } from './question.ts';

/** `within`: surely in the period. `overlap`: perhaps. `none`: no day is known at all. */
export type Mode = 'within' | 'overlap' | 'none';

/** Whether a row of a column holds one of these codes; null: everything passes. */
type Test = ((row: number) => boolean) | null;

function testOf({ lists, codes }: Column, isMeant: (code: string) => boolean): (row: number) => boolean {
  const meant = Uint8Array.from(codes, (code) => (isMeant(code) ? 1 : 0));
  const { starts, values } = lists;
  return (row) => {
    const to = starts.data[row + 1] as number;
    for (let i = starts.data[row] as number; i < to; i += 1)
      if (meant[values.data[i] as number] === 1) return true;
    return false;
  };
}

/** Which rows of the facts one thing that is counted is told by, as far as a question asks for them. */
export class Selection {
  readonly acts = new Ints();
  readonly cases = new Ints();
  readonly persons = new Ints();
  /** First and last day of the period. */
  readonly from: number;
  readonly to: number;
  readonly hasPeriod: boolean;
  readonly derived: Derived;
  readonly #facts: Facts;
  readonly #question: Question;
  readonly #acts: Table;
  readonly #persons: Table;
  readonly #cases: Table;
  readonly #victims: Lists;
  readonly #place: Test;
  readonly #only: Record<'cases' | 'acts' | 'persons', Test> = { cases: null, acts: null, persons: null };
  readonly #asksActs: boolean;

  constructor(facts: Facts, question: Question) {
    this.#facts = facts;
    this.#question = question;
    this.derived = derivedOf(facts);
    this.#acts = facts.table(ACTS.kind);
    this.#persons = facts.table(PERSONS.kind);
    this.#cases = facts.table(CASES.kind);
    this.#victims = facts.linked.get(PERSONS.kind) as Lists;
    this.from = question.from === null ? Number.NEGATIVE_INFINITY : dayNumber(question.from);
    this.to = question.to === null ? Number.POSITIVE_INFINITY : dayNumber(question.to);
    this.hasPeriod = question.from !== null || question.to !== null;
    this.#place = this.#placeTest();
    this.#readOnly();
    this.#asksActs =
      (this.hasPeriod && question.dated === 'act') ||
      (this.#place !== null && question.placed === 'act') ||
      this.#only.acts !== null;
  }

  #placeTest(): Test {
    const { area, placed } = this.#question;
    const column = placeColumn(this.#facts, placed);
    return area === null || column === null
      ? null
      : testOf(column, (code) => areaWithAncestors(code).includes(area));
  }

  #readOnly(): void {
    const { only } = this.#question;
    const meant = only === null ? undefined : DIMENSIONS.get(only.by);
    if (only === null || meant === undefined) return;
    const column = this.#facts.table(meant.kind).columns[meant.index] as Column;
    const { list } = meant.field;
    const test = testOf(column, (code) => {
      return code === only.code || (list !== null && codeOf(list, code)?.parent === only.code);
    });
    const as = COUNTED.find(({ kind }) => kind === meant.kind)?.counts.as;
    if (as !== undefined) this.#only[as] = test;
    else {
      // Of those who have a part in an act.
      const lists = this.#facts.linked.get(meant.kind);
      this.#only.acts = (act) => {
        const to = lists?.starts.data[act + 1] ?? 0;
        for (let i = lists?.starts.data[act] ?? 0; i < to; i += 1)
          if (test(lists?.values.data[i] as number)) return true;
        return false;
      };
    }
  }

  /** Not where its own day alone says already that it has nothing to do with the period. */
  mayFall(which: Question['dated'], row: number): boolean {
    if (!this.hasPeriod || this.#question.dated !== which) return true;
    const { from, to } = which === 'act' ? this.#acts : this.#cases;
    const first = from.data[row] as number;
    return first === NO_DAY || (first <= this.to && (to.data[row] as number) >= this.from);
  }

  /** Whether a row of a table falls in the period. */
  #falls({ from, to }: Table, row: number, mode: Mode): boolean {
    const [first, last] = [from.data[row] as number, to.data[row] as number];
    if (mode === 'none') return first === NO_DAY;
    if (first === NO_DAY) return false;
    return mode === 'within' ? first >= this.from && last <= this.to : last >= this.from && first <= this.to;
  }

  #casePasses(at: number, mode: Mode): boolean {
    const { dated, placed } = this.#question;
    if (this.derived.stands[at] !== 1) return false;
    if (this.hasPeriod && dated === 'case' && !this.#falls(this.#cases, at, mode)) return false;
    if (placed === 'case' && this.#place !== null && !this.#place(at)) return false;
    return this.#only.cases === null || this.#only.cases(at);
  }

  #actPasses(row: number, mode: Mode, agreed: boolean): boolean {
    const { dated, placed } = this.#question;
    if (agreed && this.derived.agreed.act[row] !== 1) return false;
    if (this.hasPeriod && dated === 'act' && !this.#falls(this.#acts, row, mode)) return false;
    if (placed === 'act' && this.#place !== null && !this.#place(row)) return false;
    return this.#only.acts === null || this.#only.acts(row);
  }

  #personPasses(row: number, agreed: boolean): boolean {
    if (agreed && this.derived.agreed.person[row] !== 1) return false;
    return this.#only.persons === null || this.#only.persons(row);
  }

  #clear(): void {
    this.acts.clear();
    this.cases.clear();
    this.persons.clear();
  }

  /** One act, with whom it was done to. */
  ofAct(row: number, mode: Mode, agreed: boolean): boolean {
    this.#clear();
    const at = this.#acts.dossier.data[row] as number;
    if (!this.#casePasses(at, mode) || !this.#actPasses(row, mode, agreed)) return false;
    this.acts.push(row);
    this.cases.push(at);
    const { starts, values } = this.#victims;
    const to = starts.data[row + 1] as number;
    for (let i = starts.data[row] as number; i < to; i += 1) {
      const person = values.data[i] as number;
      if (this.#personPasses(person, agreed)) this.persons.push(person);
    }
    return this.#only.persons === null || this.persons.length > 0;
  }

  /** The people of an act whom nobody named. */
  ofGroup(row: number, mode: Mode, agreed: boolean): boolean {
    if (this.#only.persons !== null || (this.#facts.high.data[row] as number) === 0) return false;
    const isAsked = this.ofAct(row, mode, agreed);
    this.persons.clear();
    return isAsked;
  }

  /** One case, with what was done and to which clients. */
  ofCase(at: number, mode: Mode, agreed: boolean): boolean {
    this.#clear();
    if (!this.#casePasses(at, mode)) return false;
    if (agreed && this.derived.agreed.dossier[at] !== 1) return false;
    this.cases.push(at);
    const acts = this.#acts.starts.data;
    for (let row = acts[at] as number; row < (acts[at + 1] as number); row += 1)
      if (this.#actPasses(row, mode, agreed)) this.acts.push(row);
    if (this.#asksActs && this.acts.length === 0) return false;
    const persons = this.#persons.starts.data;
    for (let row = persons[at] as number; row < (persons[at + 1] as number); row += 1)
      if (this.#facts.counts.data[row] === 1 && this.#personPasses(row, agreed)) this.persons.push(row);
    return this.#only.persons === null || this.persons.length > 0;
  }

  /** One person in all cases, with what was done to them. `asVictim`: only where something was. */
  ofPerson(who: number, mode: Mode, agreed: boolean, asVictim: boolean): boolean {
    this.#clear();
    const { rows, starts } = this.derived;
    for (let i = starts[who] as number; i < (starts[who + 1] as number); i += 1) {
      const row = rows[i] as number;
      if (!asVictim && this.#facts.counts.data[row] !== 1) continue;
      const at = this.#persons.dossier.data[row] as number;
      if (!this.#casePasses(at, mode) || !this.#personPasses(row, agreed)) continue;
      const before = this.acts.length;
      const acts = this.#facts.actsOf;
      for (let j = acts.starts.data[row] as number; j < (acts.starts.data[row + 1] as number); j += 1) {
        const act = acts.values.data[j] as number;
        if (this.#actPasses(act, mode, agreed)) this.acts.push(act);
      }
      if ((asVictim || this.#asksActs) && this.acts.length === before) continue;
      this.persons.push(row);
      this.cases.push(at);
    }
    return this.persons.length > 0;
  }
}

/** The column that says where, by the rule of a question. */
export function placeColumn(facts: Facts, placed: Question['placed']): Column | null {
  const kind = placed === 'act' ? ACTS : CASES;
  const index = kind.fields.findIndex(({ name }) => name === kind.counts.place);
  return facts.table(kind.kind).columns[index] ?? null;
}
