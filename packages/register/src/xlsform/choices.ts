import { type Choice, isPicture, type Language, SURVEY_LIMITS } from '@dayaq/domain/survey';
import { Columns } from './columns.ts';
import type { FoundFault, FoundRemark } from './found.ts';
import type { NamedSheet } from './named-sheet.ts';

const KNOWN = new Set(['list_name', 'name', 'label', 'picture']);

export interface ListOfChoices {
  readonly choices: readonly Choice[];
  readonly languages: readonly Language[];
  readonly row: number;
}

/** The lists of choices of a workbook, by their names. */
export function readChoices(
  sheet: NamedSheet,
  plain: Language,
  faults: FoundFault[],
  remarks: FoundRemark[],
): Map<string, ListOfChoices> {
  const columns = new Columns(sheet.name, sheet.header, plain, KNOWN, remarks, true);
  const lists = new Map<string, { choices: Choice[]; languages: readonly Language[]; row: number }>();
  for (const name of ['list_name', 'name'])
    if (!columns.has(name))
      faults.push({ sheet: sheet.name, row: sheet.header.number, fault: 'no-column', detail: name });
  for (const row of sheet.rows) {
    const at = { sheet: sheet.name, row: row.number };
    const list = columns.text(row, 'list_name');
    const said = columns.text(row, 'name');
    if (list === '' && said === '') continue;
    const name = said.replace(/\s+/g, '_');
    if (list === '' || name === '' || name.length > SURVEY_LIMITS.name) {
      faults.push({ ...at, fault: 'bad-choice', detail: said });
      continue;
    }
    if (name !== said) remarks.push({ ...at, remark: 'name-mended', detail: said });
    // 3-5 that a spreadsheet took for the third of May.
    if (/^\d{4}-\d{2}-\d{2}$/.test(said)) remarks.push({ ...at, remark: 'date-mended', detail: said });
    const own = lists.get(list) ?? { choices: [], languages: columns.languages, row: row.number };
    lists.set(list, own);
    const label = columns.words(row, 'label');
    const words = Object.values(label);
    if (words.some((each) => each.length > SURVEY_LIMITS.choiceLabel))
      faults.push({ ...at, fault: 'too-long-label', detail: said });
    if (own.choices.length === SURVEY_LIMITS.choices) faults.push({ ...at, fault: 'too-many', detail: list });
    if (own.choices.length >= SURVEY_LIMITS.choices) continue;
    const marks = columns.marks(row, KNOWN);
    const picture = columns.text(row, 'picture').toLowerCase();
    own.choices.push({
      name,
      label: words.length === 0 ? { [plain]: said } : label,
      ...(isPicture(picture) ? { picture } : {}),
      ...(Object.keys(marks).length === 0 ? {} : { marks }),
    });
  }
  return lists;
}
