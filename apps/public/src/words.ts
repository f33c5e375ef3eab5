import { part } from './page.ts';

interface Words {
  plain: Record<string, string>;
  confirm: string[];
  unknown: string[];
}

let words: Words | null = null;

/** The page says other words from now on. */
export function forgetWords(): void {
  words = null;
}

function read(): Words {
  words ??= JSON.parse(part('app').dataset['words'] ?? '{}') as Words;
  return words;
}

/** What the server's page brought along for its script, with what stands between braces put in. */
export function say(key: string, values: Readonly<Record<string, number>> = {}): string {
  return (read().plain[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}

/** Sentences in which a number bends the words; from 1 on. */
export const askFor = (number: number): string => read().confirm[number - 1] ?? '';
export const unknownWord = (position: number): string => read().unknown[position - 1] ?? '';

export function tell(id: string, text: string): void {
  part(id).textContent = text;
}
