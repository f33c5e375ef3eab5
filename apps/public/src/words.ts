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
export function say(key: string, values: Readonly<Record<string, number | string>> = {}): string {
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

/**
 * Does what somebody asked for. Whatever fails is said where they look, with their words still there: a button that does nothing
 * is taken for one that was not pressed.
 */
export function attempt(act: () => Promise<void>, problem: string): void {
  act().catch(() => tell(problem, say('send.failed')));
}
