import {
  EXPRESSION_PARTS,
  type Choice,
  type Item,
  type Language,
  type Survey,
  type Words,
} from '@dayaq/domain/survey';

export interface FormSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

const EXPRESSION_COLUMNS = ['relevant', 'constraint', 'calculation', 'choice_filter'] as const;

/** A survey as the sheets of an XLSForm: `readXlsForm` reads from them what was written. */
export function xlsFormSheets({ title, intro, languages, items }: Survey): FormSheet[] {
  const [first = 'en'] = languages;
  const each = (column: string): string[] => languages.map((language) => `${column}::${language}`);
  const lists: { readonly name: string; readonly choices: readonly Choice[] }[] = [];
  const listOf = (name: string, choices: readonly Choice[]): string => {
    const written = JSON.stringify(choices);
    const same = lists.find((list) => JSON.stringify(list.choices) === written);
    if (same !== undefined) return same.name;
    lists.push({ name, choices });
    return name;
  };
  const rows = rowsOf(items, languages, listOf);
  const marks = [
    ...new Set(lists.flatMap(({ choices }) => choices.flatMap((choice) => Object.keys(choice.marks ?? {})))),
  ];
  return [
    {
      name: 'survey',
      rows: [
        [
          'type',
          'name',
          ...each('label'),
          ...each('hint'),
          ...EXPRESSION_COLUMNS,
          ...each('constraint_message'),
          'repeat_count',
          'tells',
          'support',
          'identifies',
        ],
        ...rows,
      ],
    },
    {
      name: 'choices',
      rows: [
        ['list_name', 'name', ...each('label'), 'picture', ...marks],
        ...lists.flatMap(({ name, choices }) =>
          choices.map((choice) => [
            name,
            choice.name,
            ...said(choice.label, languages),
            choice.picture ?? '',
            ...marks.map((mark) => choice.marks?.[mark] ?? ''),
          ]),
        ),
      ],
    },
    {
      name: 'settings',
      rows: [
        // Other programs read the first column alone.
        ['form_title', ...each('form_title').slice(1), 'default_language', ...each('intro')],
        [...said(title, languages), first, ...said(intro, languages)],
      ],
    },
  ];
}

const said = (words: Words | undefined, languages: readonly Language[]): string[] =>
  languages.map((language) => words?.[language] ?? '');

function rowsOf(
  items: readonly Item[],
  languages: readonly Language[],
  listOf: (name: string, choices: readonly Choice[]) => string,
): string[][] {
  const none = languages.map(() => '');
  return items.flatMap((item) => {
    if (item.is === 'group') {
      const sort = item.repeat === undefined ? 'group' : 'repeat';
      const rest = [...none, item.repeat === undefined ? '' : String(item.repeat), '', '', ''];
      const head = [
        `begin ${sort}`,
        item.name,
        ...said(item.label, languages),
        ...none,
        item.relevant ?? '',
        '',
        '',
        '',
        ...rest,
      ];
      return [head, ...rowsOf(item.items, languages, listOf), [`end ${sort}`, item.name]];
    }
    const list =
      item.choices === undefined
        ? ''
        : ` ${listOf(item.name, item.choices)}${item.other === true ? ' or_other' : ''}`;
    const type = item.type === 'one' ? 'select_one' : item.type === 'many' ? 'select_multiple' : item.type;
    return [
      [
        `${type}${list}`,
        item.name,
        ...said(item.label, languages),
        ...said(item.hint, languages),
        ...EXPRESSION_PARTS.map((part) => item[part] ?? ''),
        ...said(item.constraintMessage, languages),
        '',
        // Said, so that whoever reads it does not guess.
        item.tells ?? 'none',
        item.support === true ? 'yes' : '',
        item.identifies === true ? 'yes' : '',
      ],
    ];
  });
}
