import {
  EXPRESSION_PARTS,
  type ExpressionPart,
  type Group,
  isName,
  type Item,
  type Language,
  type Question,
  type QuestionType,
  straightened,
  SURVEY_LIMITS,
  TELLS,
  type Words,
} from '@dayaq/domain/survey';
import type { SheetRow } from '../table.ts';
import type { ListOfChoices } from './choices.ts';
import { Columns } from './columns.ts';
import type { FormFault, FoundFault, FoundRemark, FormRemark } from './found.ts';
import type { NamedSheet } from './named-sheet.ts';
import { tellsOf } from './telling.ts';
import { rowType } from './types.ts';

const COLUMN_OF: Readonly<Record<ExpressionPart, string>> = {
  relevant: 'relevant',
  constraint: 'constraint',
  calculation: 'calculation',
  choiceFilter: 'choice_filter',
};
const KNOWN = new Set([
  'type',
  'name',
  'label',
  'hint',
  'constraint_message',
  'required',
  'repeat_count',
  'tells',
  'support',
  'identifies',
  ...Object.values(COLUMN_OF),
]);

export interface ReadRows {
  readonly items: readonly Item[];
  readonly languages: readonly Language[];
  readonly rowOf: ReadonlyMap<string, number>;
}

interface Open {
  readonly row: number;
  readonly repeats: boolean;
  readonly head: Omit<Group, 'items'> | null;
  readonly items: Item[];
}

/** Questions and groups of the sheet `survey`, in their order. Null where it has no such columns. */
export function readRows(
  sheet: NamedSheet,
  plain: Language,
  lists: ReadonlyMap<string, ListOfChoices>,
  faults: FoundFault[],
  remarks: FoundRemark[],
): ReadRows | null {
  const columns = new Columns(sheet.name, sheet.header, plain, KNOWN, remarks);
  const reader = new RowReader(sheet.name, columns, lists, faults, remarks);
  for (const column of ['type', 'name'])
    if (!columns.has(column)) reader.fault(sheet.header.number, 'no-column', column);
  if (faults.some(({ fault, sheet: name }) => fault === 'no-column' && name === sheet.name)) return null;
  for (const row of sheet.rows) if (!reader.take(row)) break;
  const items = reader.end();
  if (reader.rowOf.size === 0) reader.fault(0, 'no-questions', '');
  return { items, languages: columns.languages, rowOf: reader.rowOf };
}

class RowReader {
  readonly rowOf = new Map<string, number>();
  readonly #open: Open[] = [{ row: 0, repeats: false, head: null, items: [] }];
  #count = 0;
  #required = false;

  constructor(
    readonly sheet: string,
    readonly columns: Columns,
    readonly lists: ReadonlyMap<string, ListOfChoices>,
    readonly faults: FoundFault[],
    readonly remarks: FoundRemark[],
  ) {}

  fault(row: number, fault: FormFault, detail: string): void {
    this.faults.push({ sheet: this.sheet, row, fault, detail });
  }

  #remark(row: number, remark: FormRemark, detail: string): void {
    this.remarks.push({ sheet: this.sheet, row, remark, detail });
  }

  /** Whether there is room for more. */
  take(row: SheetRow): boolean {
    const said = this.columns.text(row, 'type');
    if (said === '' || said.startsWith('#')) return true;
    const type = rowType(said);
    switch (type.is) {
      case 'metadata':
        this.#remark(row.number, 'metadata', said);
        return true;
      case 'unsupported':
        this.#remark(row.number, 'unsupported', said);
        return true;
      case 'unknown':
        this.fault(row.number, 'unknown-type', said);
        return true;
      case 'end':
        this.#close(row.number, type.repeats);
        return true;
    }
    this.#count += 1;
    if (this.#count > SURVEY_LIMITS.questions) {
      this.fault(row.number, 'too-many', String(SURVEY_LIMITS.questions));
      return false;
    }
    const name = this.#name(row);
    const label = this.#words(row, 'label');
    const conditions = this.#expressions(row);
    if (type.is === 'begin') {
      this.#begin(row, type.repeats, {
        is: 'group',
        name,
        label,
        ...(conditions.relevant === undefined ? {} : { relevant: conditions.relevant }),
      });
      return true;
    }
    const hint = this.#words(row, 'hint');
    const message = this.#words(row, 'constraint_message');
    const choices = type.is === 'choice' ? this.#choices(row, type.list) : undefined;
    const tells = this.#tells(row, name, label, type.type);
    const question: Question = {
      is: 'question',
      name,
      type: type.type,
      label,
      ...conditions,
      ...(Object.keys(hint).length === 0 ? {} : { hint }),
      ...(Object.keys(message).length === 0 ? {} : { constraintMessage: message }),
      ...(choices === undefined ? {} : { choices }),
      ...(type.is === 'choice' && type.other ? { other: true as const } : {}),
      ...(tells === undefined ? {} : { tells }),
      ...(this.#isYes(row, 'support') ? { support: true as const } : {}),
      ...(this.#isYes(row, 'identifies') ? { identifies: true as const } : {}),
    };
    this.#open.at(-1)?.items.push(question);
    if (!this.#required && this.#isYes(row, 'required')) {
      this.#required = true;
      this.#remark(row.number, 'required', name);
    }
    return true;
  }

  #isYes(row: SheetRow, column: string): boolean {
    return /^(yes|true|1)/i.test(this.columns.text(row, column));
  }

  #name(row: SheetRow): string {
    const said = this.columns.text(row, 'name');
    const name = mendedName(said);
    if (said === '') this.fault(row.number, 'no-name', this.columns.text(row, 'type'));
    else if (!isName(name)) this.fault(row.number, 'bad-name', said);
    else if (name !== said) this.#remark(row.number, 'name-mended', said);
    if (!this.rowOf.has(name)) this.rowOf.set(name, row.number);
    return name;
  }

  #words(row: SheetRow, column: string): Words {
    const words = this.columns.words(row, column);
    for (const text of Object.values(words))
      if (text.length > SURVEY_LIMITS.label) this.fault(row.number, 'too-long-label', text.slice(0, 40));
    return Object.fromEntries(
      Object.entries(words).map(([language, text]) => [language, mendedReferences(text)]),
    );
  }

  #expressions(row: SheetRow): Partial<Record<ExpressionPart, string>> {
    const found: Partial<Record<ExpressionPart, string>> = {};
    for (const part of EXPRESSION_PARTS) {
      const said = this.columns.text(row, COLUMN_OF[part]);
      if (said === '') continue;
      const straight = straightened(said);
      if (straight !== said) this.#remark(row.number, 'quotes-mended', said.slice(0, 60));
      found[part] = mendedReferences(straight);
    }
    return found;
  }

  #choices(row: SheetRow, list: string): ListOfChoices['choices'] {
    const found = this.lists.get(list);
    if (found === undefined) this.fault(row.number, 'no-list', list);
    return found?.choices ?? [];
  }

  #tells(row: SheetRow, name: string, label: Words, type: QuestionType): Question['tells'] {
    const said = this.columns.text(row, 'tells').toLowerCase();
    if (said !== '') return TELLS.find((each) => each === said);
    return type === 'text' || type === 'note' || type === 'calculate'
      ? undefined
      : tellsOf([name, ...Object.values(label)]);
  }

  #begin(row: SheetRow, repeats: boolean, head: Omit<Group, 'items'>): void {
    if (repeats && this.#open.some((each) => each.repeats))
      this.fault(row.number, 'repeat-within', head.name);
    if (this.#open.length > SURVEY_LIMITS.depth) this.fault(row.number, 'too-deep', head.name);
    const said = this.columns.text(row, 'repeat_count');
    const count = Number(said);
    const isBound = said !== '' && Number.isInteger(count) && count >= 1 && count <= SURVEY_LIMITS.repeat;
    if (repeats && !isBound) this.#remark(row.number, 'repeat-bounded', said);
    const repeat = isBound ? count : SURVEY_LIMITS.repeat;
    this.#open.push({ row: row.number, repeats, head: repeats ? { ...head, repeat } : head, items: [] });
  }

  #close(row: number, repeats: boolean): void {
    const open = this.#open.at(-1);
    if (open?.head == null || open.repeats !== repeats)
      return this.fault(row, 'not-begun', repeats ? 'repeat' : 'group');
    this.#open.pop();
    this.#open.at(-1)?.items.push({ ...open.head, items: open.items });
  }

  end(): readonly Item[] {
    for (const { head, row } of this.#open) if (head !== null) this.fault(row, 'not-ended', head.name);
    return this.#open[0]?.items ?? [];
  }
}

/** A name as it may stand in a condition: no blanks, no digit in front. */
export function mendedName(said: string): string {
  const joined = said.trim().replace(/\s+/g, '_');
  return /^\d/.test(joined) ? `_${joined}` : joined;
}

const mendedReferences = (text: string): string =>
  text.replace(/\$\{([^}]{1,100})\}/g, (_, name: string) => `\${${mendedName(name)}}`);
