import type { Language } from './language.ts';

/** The name of every code and area of one language: `<list>.<code>`, areas under `areas`. */
export type Labels = ReadonlyMap<string, string>;

/** For whoever looks for a code by its name in a language that is not the page's. Rejects when it cannot be fetched. */
export async function loadLabels(language: Language): Promise<Labels> {
  const { labels } = await modules[language]();
  return new Map(labels.split('\n').map((line) => line.split('\t', 2) as [string, string]));
}

const modules: Readonly<Record<Language, () => Promise<{ labels: string }>>> = {
  az: () => import('./gen/labels.az.gen.ts'),
  ru: () => import('./gen/labels.ru.gen.ts'),
  en: () => import('./gen/labels.en.gen.ts'),
  tg: () => import('./gen/labels.tg.gen.ts'),
};
