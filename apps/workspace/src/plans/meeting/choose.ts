import type { PlanSheet, SheetItem } from '../plan-sheet.ts';

/** Of a commitment that is chosen, its name goes along; everything else of it is chosen for itself. */
export const PARTS = ['text', 'annex', 'asked', 'money'] as const;
export type Part = (typeof PARTS)[number];

export const partKey = (item: string, part: Part): string => `${item}/${part}`;

/** What can be chosen of a commitment, by its key. */
export const keysOf = (item: SheetItem): string[] => [
  ...PARTS.flatMap((part) => (item[part].length === 0 ? [] : [partKey(item.id, part)])),
  ...item.said.map(({ id }) => id),
  ...item.indicators.map(({ id }) => id),
];

/** What is shown in a meeting: exactly that. */
export interface MeetingSheet {
  name: string;
  /** What is under embargo stands above all that is shown. */
  embargo: readonly string[];
  items: readonly SheetItem[];
}

/** What was chosen, and nothing else: of a commitment that was not chosen nothing is there, whatever was chosen of it. */
export function chosenOf(sheet: PlanSheet, chosen: ReadonlySet<string>): MeetingSheet {
  const items = sheet.groups
    .flatMap((group) => group.items)
    .filter(({ id }) => chosen.has(id))
    .map((item): SheetItem => {
      const has = (part: Part): boolean => chosen.has(partKey(item.id, part));
      return {
        id: item.id,
        what: item.what,
        number: item.number,
        name: item.name,
        stands: item.stands,
        text: has('text') ? item.text : [],
        annex: has('annex') ? item.annex : [],
        asked: has('asked') ? item.asked : [],
        money: has('money') ? item.money : [],
        said: item.said.filter(({ id }) => chosen.has(id)),
        indicators: item.indicators.filter(({ id }) => chosen.has(id)),
      };
    });
  return { name: sheet.name, embargo: sheet.embargo, items };
}

/** How many things that are: each commitment, each part, word and indicator of it. */
export const countOf = ({ items }: MeetingSheet): number =>
  items.reduce((sum, item) => sum + 1 + keysOf(item).length, 0);
