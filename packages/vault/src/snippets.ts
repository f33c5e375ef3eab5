import { foldForIndex } from '@dayaq/locale/fold';
import type { Engine } from './database/engine.ts';

/** Characters. */
const LENGTH = 160;
const WORDS_BEFORE = 6;
const WORDS_AFTER = 14;
const FOLDED_KEPT = 20_000;

/**
 * Words as the index has them, by how they are written: the rows of a search hold the same words again and again. They
 * belong to the open database and go with it, as everything readable does.
 */
const folded = new WeakMap<Engine, Map<string, readonly string[]>>();

/** Shows where in a text the words of a search were found. */
export class Snippets {
  readonly #words: readonly string[];
  readonly #folded: Map<string, readonly string[]>;

  constructor(engine: Engine, words: readonly string[]) {
    this.#words = words;
    this.#folded = folded.get(engine) ?? new Map<string, readonly string[]>();
    folded.set(engine, this.#folded);
  }

  /** The words around the first match, in the writer's own spelling; empty when nothing is searched. */
  of(text: string): string {
    if (this.#words.length === 0) return '';
    const parts = text.split(/\s+/u);
    const at = parts.findIndex((part) => {
      const forms = this.#formsOf(part);
      return this.#words.some((word) => forms.some((form) => form.startsWith(word)));
    });
    if (at < 0) return text.slice(0, LENGTH);
    const from = Math.max(0, at - WORDS_BEFORE);
    let shown = parts.slice(from, at + WORDS_AFTER).join(' ');
    if (from > 0) shown = `… ${shown}`;
    return shown.length > LENGTH ? `${shown.slice(0, LENGTH)}…` : shown;
  }

  #formsOf(part: string): readonly string[] {
    const known = this.#folded.get(part);
    if (known !== undefined) return known;
    const forms = foldForIndex(part).split(' ');
    if (this.#folded.size >= FOLDED_KEPT) this.#folded.clear();
    this.#folded.set(part, forms);
    return forms;
  }
}
