import { codeMeant, foldForQuery, telephonesTyped } from '@dayaq/locale/fold';
import type { Engine } from '../database/engine.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** One way in which a part of what was typed may be met: by words that all begin so, or by something that is called so. */
type Way = { starts: readonly string[] } | { token: string };

/** What somebody looks for: each part must be met in one of its ways. */
export class Wanted {
  /** Words as the index has them, to be marked where they were found. */
  readonly words: readonly string[];
  readonly #parts: readonly (readonly Way[])[];

  constructor(words: readonly string[], parts: readonly (readonly Way[])[]) {
    this.words = words;
    this.#parts = parts;
  }

  /** Nothing that can be searched was typed. */
  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  /** For FTS5. */
  get match(): string {
    return this.#parts
      .map((ways) => {
        const said = ways.map(expressionOf);
        return said.length === 1 ? said.join('') : `(${said.join(' OR ')})`;
      })
      .join(' AND ');
  }

  /** Whether words as the index keeps them, tokens among them, meet it. */
  isMetBy(indexed: readonly string[]): boolean {
    return this.#parts.every((ways) =>
      ways.some((way) =>
        'token' in way
          ? indexed.includes(way.token)
          : way.starts.every((start) => indexed.some((word) => word.startsWith(start))),
      ),
    );
  }
}

const quoted = (word: string): string => `"${word.replaceAll('"', '')}"`;

function expressionOf(way: Way): string {
  if ('token' in way) return quoted(way.token);
  const said = way.starts.map((start) => `${quoted(start)}*`).join(' AND ');
  return way.starts.length === 1 ? said : `(${said})`;
}

/** What was typed, with what its words may stand for. Labels are fetched only when somebody searches. */
export async function wantedIn(engine: Engine, text: string): Promise<Wanted> {
  return text.trim() === '' ? wantedOf('', null) : wantedOf(text, await vocabularyOf(engine));
}

/** Reads what was typed: words, telephone numbers, and codes from another alphabet's keyboard. */
export function wantedOf(text: string, vocabulary: Vocabulary | null): Wanted {
  const words: string[] = [];
  const parts: Way[][] = [];
  const addWords = (typed: string): void => {
    for (const chunk of typed.split(/\s+/u)) {
      const folded = foldForQuery(chunk);
      const meant = codeMeant(chunk);
      const starts = meant === null ? [] : foldForQuery(meant);
      words.push(...folded, ...starts);
      if (starts.length > 0) parts.push([{ starts: folded }, { starts }]);
      else
        for (const word of folded)
          parts.push([{ starts: [word] }, ...(vocabulary?.tokensOf(word) ?? []).map((token) => ({ token }))]);
    }
  };
  let at = 0;
  for (const { from, to, start } of telephonesTyped(text)) {
    addWords(text.slice(at, from));
    const folded = foldForQuery(text.slice(from, to));
    words.push(...folded, start);
    parts.push([{ starts: folded }, { starts: [start] }]);
    at = to;
  }
  addWords(text.slice(at));
  return new Wanted([...new Set(words)], parts);
}
