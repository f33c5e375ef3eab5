import { type Language, LANGUAGES } from '../kind.ts';

/** Words in the languages in which a survey is asked. */
export type Words = Readonly<Partial<Record<Language, string>>>;

/** Reads what somebody signed with whatever program they used: each answers what it asks for, or stops the whole. */
export class NoSurvey extends Error {}
export const stop = (): never => {
  throw new NoSurvey();
};

export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : stop();
export const listOf = (value: unknown, most: number): readonly unknown[] =>
  Array.isArray(value) && value.length <= most ? value : stop();
export const textOf = (value: unknown, most: number): string =>
  typeof value === 'string' && value.length <= most ? value : stop();
export const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

export function wordsOf(value: unknown, most: number): Words {
  const fields = fieldsOf(value);
  const words: { -readonly [Each in keyof Words]: Words[Each] } = {};
  for (const language of LANGUAGES)
    if (fields[language] !== undefined) words[language] = textOf(fields[language], most);
  return words;
}
