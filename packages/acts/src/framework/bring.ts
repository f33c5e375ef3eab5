import type { PackCommitment, PackFramework, PackTheme } from '@dayaq/domain/frameworks';
import type { Change, Id, Value } from '@dayaq/vault/client';

type Values = Readonly<Record<string, Value | undefined>>;

/** What each record of a framework is called by, the framework's own first: an organisation has the same ids for them always. */
export function namesOf({ key, themes }: PackFramework): string[] {
  return [
    frameworkName(key),
    ...themes.flatMap((theme) => [
      themeName(key, theme),
      ...theme.commitments.flatMap((each) => [
        commitmentName(key, theme, each),
        ...(each.said ?? []).map((said) => saidName(key, theme, each, said.key)),
      ]),
    ]),
  ];
}

/**
 * The records of a framework as the packs have it, with what is known to have been said. @param idOf the id of each of `namesOf`
 */
export function broughtIn(pack: PackFramework, idOf: (name: string) => Id): Change[] {
  const { key, themes, name, country: _, ...head } = pack;
  return [
    made('framework', idOf(frameworkName(key)), { ...head, ...named(name), pack: key }),
    ...themes.flatMap((theme) => {
      const own = idOf(themeName(key, theme));
      return [
        made('theme', own, { number: theme.number, goal: theme.goal, ...named(theme.name) }),
        ...theme.commitments.flatMap((each) => {
          const { key: _key, name: title, said = [], ...rest } = each;
          const commitment = idOf(commitmentName(key, theme, each));
          return [
            made('commitment', commitment, { ...rest, ...named(title), theme: own }),
            ...said.map(({ key: name, ...words }) =>
              made('update', idOf(saidName(key, theme, each, name)), { ...words, commitment }),
            ),
          ];
        }),
      ];
    }),
  ];
}

const frameworkName = (key: string): string => `framework/${key}`;
const themeName = (key: string, theme: PackTheme): string => `framework/${key}/${theme.key}`;
const commitmentName = (key: string, theme: PackTheme, each: PackCommitment): string =>
  `${themeName(key, theme)}/${each.key}`;
const saidName = (key: string, theme: PackTheme, each: PackCommitment, said: string): string =>
  `${commitmentName(key, theme, each)}/said/${said}`;

/** What it is called in each language; by its English name, which is the document's, where a reader's language has none. */
const named = ({ en, az, ru, tg }: PackFramework['name']): Values => ({
  name: en,
  nameEn: en,
  nameAz: az,
  nameRu: ru,
  nameTg: tg,
});

function made(kind: string, record: Id, values: Readonly<Record<string, unknown>>): Change {
  const fields = Object.entries(values).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, { set: value as Value }] as const],
  );
  return { kind, record, fields: Object.fromEntries(fields) };
}
