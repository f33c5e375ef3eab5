import { type Language, LANGUAGES, type Words } from '@dayaq/domain/survey';
import type { SheetRow } from '../table.ts';
import type { FoundRemark } from './found.ts';

/** Columns that we read, by how else they are spelt. */
const NAMES: Readonly<Record<string, string>> = {
  relevance: 'relevant',
  'constraint message': 'constraint_message',
  'choice filter': 'choice_filter',
  'repeat count': 'repeat_count',
  'list name': 'list_name',
  listname: 'list_name',
  value: 'name',
  caption: 'label',
  'default language': 'default_language',
  'form title': 'form_title',
  title: 'form_title',
  calculate: 'calculation',
};
const TRANSLATED = new Set(['label', 'hint', 'constraint_message', 'intro', 'form_title']);

/** How people write in a header which language it is. */
const LANGUAGE_WORDS: Readonly<Record<Language, readonly string[]>> = {
  az: ['az', 'aze', 'azerbaijani', 'azərbaycan', 'azərbaycanca', 'azərbaycan dili', 'азербайджанский'],
  ru: ['ru', 'rus', 'russian', 'русский', 'rus dili'],
  en: ['en', 'eng', 'english', 'ingilis', 'английский'],
  tg: ['tg', 'tgk', 'tajik', 'тоҷикӣ', 'таджикский', 'tacik'],
};

export function languageOf(words: string): Language | null {
  const said = words.trim().toLowerCase();
  const inBrackets = /\(([^)]+)\)\s*$/.exec(said)?.[1]?.split(/[-_]/)[0] ?? '';
  const alone = said.replace(/\([^)]*\)/g, '').trim();
  for (const language of LANGUAGES)
    if (language === inBrackets || LANGUAGE_WORDS[language].includes(alone)) return language;
  return null;
}

interface Column {
  readonly name: string;
  readonly language: Language | null;
}

/** The columns of one sheet, and what each row says in them. */
export class Columns {
  readonly #at: readonly (Column | null)[];
  readonly languages: readonly Language[];

  /** `known`: columns that have a meaning; others are noted once each, unless `free`. */
  constructor(
    sheet: string,
    header: SheetRow,
    plain: Language,
    known: ReadonlySet<string>,
    remarks: FoundRemark[],
    free = false,
  ) {
    this.#at = header.cells.map((cell) => {
      const [head = '', ...rest] = cell.trim().split(/::?/);
      const spelt = head.trim().toLowerCase();
      const name = Object.hasOwn(NAMES, spelt) ? (NAMES[spelt] ?? spelt) : spelt;
      if (name === '') return null;
      const isKnown = known.has(name);
      if (!isKnown && !free) remarks.push({ sheet, row: header.number, remark: 'column', detail: cell });
      if (!TRANSLATED.has(name)) return isKnown || free ? { name, language: null } : null;
      const said = rest.filter((each) => each.trim() !== '').at(-1);
      if (said === undefined) return { name, language: plain };
      const language = languageOf(said);
      if (language !== null) return { name, language };
      remarks.push({ sheet, row: header.number, remark: 'language', detail: said.trim() });
      return null;
    });
    const found = this.#at.flatMap((column) =>
      column?.name === 'label' && column.language !== null ? [column.language] : [],
    );
    this.languages = [...new Set(found)];
  }

  has(name: string): boolean {
    return this.#at.some((column) => column?.name === name);
  }

  text({ cells }: SheetRow, name: string): string {
    const at = this.#at.findIndex((column) => column?.name === name);
    return at < 0 ? '' : (cells[at] ?? '').trim();
  }

  words({ cells }: SheetRow, name: string): Words {
    const words: Partial<Record<Language, string>> = {};
    for (const [at, column] of this.#at.entries()) {
      const said = (cells[at] ?? '').trim();
      if (column?.name === name && column.language !== null && said !== '') words[column.language] = said;
    }
    return words;
  }

  /** What stands in columns that have no meaning of their own. */
  marks(row: SheetRow, known: ReadonlySet<string>): Record<string, string> {
    return Object.fromEntries(
      this.#at.flatMap((column, at) => {
        const said = (row.cells[at] ?? '').trim();
        return column === null || known.has(column.name) || said === '' ? [] : [[column.name, said]];
      }),
    );
  }
}
