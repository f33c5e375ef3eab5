import {
  checkSurvey,
  type Item,
  type Language,
  LANGUAGES,
  questionsOf,
  readSurvey,
  type Survey,
  type Words,
  writeSurvey,
} from '@dayaq/domain/survey';
import type { Read } from '../table.ts';
import { openWorkbook, type Workbook } from '../workbook.ts';
import { type ListOfChoices, readChoices } from './choices.ts';
import { Columns } from './columns.ts';
import type { FoundFault, FoundRemark } from './found.ts';
import type { NamedSheet } from './named-sheet.ts';
import { readRows } from './rows.ts';

/** What a workbook says as a survey. It can be asked where there is no fault. */
export interface ReadForm {
  readonly survey: Survey | null;
  readonly faults: readonly FoundFault[];
  readonly remarks: readonly FoundRemark[];
}

/** Found things that are told of one form: whoever has more mends these first. */
export const MOST_FOUND = 200;

/** Characters of a title. */
const TITLE = 300;
const SETTINGS = new Set(['form_title', 'form_id', 'version', 'default_language', 'intro']);

/**
 * Reads an XLSForm (xlsform.org). @param plain the language of columns that name none
 * Refused: what is no workbook that we can open.
 */
export function readXlsForm(bytes: Uint8Array, plain: Language): Read<ReadForm> {
  const opened = openWorkbook(bytes);
  if (!opened.ok) return opened;
  const faults: FoundFault[] = [];
  const remarks: FoundRemark[] = [];
  const settings = sheetOf(opened.value, 'settings');
  if (!settings.ok) return settings;
  const said = settings.value === null ? null : settingsOf(settings.value, plain, remarks);
  const language = said?.language ?? plain;
  const choices = sheetOf(opened.value, 'choices');
  if (!choices.ok) return choices;
  const lists: ReadonlyMap<string, ListOfChoices> =
    choices.value === null ? new Map() : readChoices(choices.value, language, faults, remarks);
  const rows = sheetOf(opened.value, 'survey');
  if (!rows.ok) return rows;
  if (rows.value === null) {
    faults.push({ sheet: 'survey', row: 0, fault: 'no-sheet' });
    return { ok: true, value: { survey: null, faults, remarks } };
  }
  const read = readRows(rows.value, language, lists, faults, remarks);
  const survey = read === null ? null : whole(read, said, lists, language);
  if (survey !== null && read !== null) {
    for (const { reason, name, part, detail } of checkSurvey(survey)) {
      // A list that is not there was told already.
      if (
        reason === 'no-choices' &&
        faults.some(({ fault, row }) => fault === 'no-list' && row === read.rowOf.get(name))
      )
        continue;
      faults.push({
        sheet: rows.value.name,
        row: read.rowOf.get(name) ?? 0,
        fault: reason,
        detail: detail ?? name,
        ...(part === undefined ? {} : { part }),
      });
    }
    remarks.push(...unknownInWords(survey, rows.value.name, read.rowOf));
    if (faults.length === 0 && readSurvey(writeSurvey(survey)) === null)
      faults.push({ sheet: rows.value.name, row: 0, fault: 'too-large' });
  }
  return {
    ok: true,
    value: {
      survey: faults.length === 0 ? survey : null,
      faults: faults.slice(0, MOST_FOUND),
      remarks: remarks.slice(0, MOST_FOUND),
    },
  };
}

function sheetOf(book: Workbook, wanted: string): Read<NamedSheet | null> {
  const name = book.sheets.find((each) => each.trim().toLowerCase() === wanted);
  if (name === undefined) return { ok: true, value: null };
  const read = book.read(name);
  if (!read.ok) return read;
  const [header, ...rows] = read.value.rows;
  return { ok: true, value: header === undefined ? null : { name, header, rows } };
}

interface Settings {
  readonly title: Words;
  readonly intro: Words;
  readonly language: Language | null;
}

function settingsOf({ name, header, rows }: NamedSheet, plain: Language, remarks: FoundRemark[]): Settings {
  const first = new Columns(name, header, plain, SETTINGS, remarks);
  const [row] = rows;
  if (row === undefined) return { title: {}, intro: {}, language: null };
  const said = first.text(row, 'default_language').toLowerCase();
  const language = LANGUAGES.find((each) => each === said) ?? null;
  // What names no language is in the form's own, and that stands in the same row.
  const columns = language === null ? first : new Columns(name, header, language, SETTINGS, []);
  const title = Object.entries(columns.words(row, 'form_title')).map(([each, text]) => [
    each,
    text.slice(0, TITLE),
  ]);
  return { title: Object.fromEntries(title), intro: columns.words(row, 'intro'), language };
}

function whole(
  { items, languages }: { items: readonly Item[]; languages: readonly Language[] },
  said: Settings | null,
  lists: ReadonlyMap<string, ListOfChoices>,
  plain: Language,
): Survey {
  const used = new Set([...languages, ...[...lists.values()].flatMap((list) => list.languages)]);
  const inOrder = [plain, ...LANGUAGES].filter((each, at, all) => used.has(each) && all.indexOf(each) === at);
  return {
    title: said?.title ?? {},
    intro: said?.intro ?? {},
    languages: inOrder.length === 0 ? [plain] : inOrder,
    items,
  };
}

/** `${name}` in words that nobody is asked for stands empty: said, and no reason to refuse. */
function unknownInWords(survey: Survey, sheet: string, rowOf: ReadonlyMap<string, number>): FoundRemark[] {
  const named = new Set([...questionsOf(survey.items)].map(({ question }) => question.name));
  return [...questionsOf(survey.items)].flatMap(({ question }) => {
    const words = [question.label, question.hint ?? {}, question.constraintMessage ?? {}];
    const asked = words.flatMap((each) =>
      Object.values(each).flatMap((text) =>
        [...text.matchAll(/\$\{\s*([^}]{1,64}?)\s*\}/g)].map((found) => found[1] ?? ''),
      ),
    );
    return [...new Set(asked)].flatMap((name) =>
      named.has(name)
        ? []
        : [{ sheet, row: rowOf.get(question.name) ?? 0, remark: 'unknown-in-label' as const, detail: name }],
    );
  });
}
