import { valuesOf } from '@dayaq/acts/record-values';
import { leaving } from '@dayaq/domain/disclosure';
import type { Id, RecordView, Value } from '@dayaq/vault/client';
import { fieldLabel, type Surroundings, titleFields, valueText } from '../fields/index.ts';

/** A field's name and what it says. */
export interface Fact {
  name: string;
  words: string;
}

/** A record of a list over dossiers, or the end of a link, as a page of its own dossier would have it. */
export const asView = ({
  record,
  kind,
  fields,
}: {
  readonly record: Id;
  readonly kind: string;
  readonly fields: Readonly<Record<string, Value>>;
}): RecordView => {
  const stamp = { by: '', at: 0 };
  return {
    id: record,
    kind,
    deleted: false,
    created: stamp,
    updated: stamp,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, { value, ...stamp, alternatives: [] }]),
    ),
  };
};

/** What of a record may leave, in words. */
export class Leaving {
  readonly #values: ReturnType<typeof valuesOf>;
  readonly #kind: string;
  readonly #around: Surroundings;

  constructor(record: RecordView, around: Surroundings) {
    this.#kind = record.kind;
    this.#around = around;
    this.#values = leaving(record.kind, valuesOf(record)) as ReturnType<typeof valuesOf>;
  }

  words(field: string): string {
    const { [field]: value, ...values } = this.#values;
    return valueText({ ...this.#around, kind: this.#kind, field, value, values });
  }

  /** As it is kept; null where it does not leave, or is not said. */
  value(field: string): unknown {
    return this.#values[field] ?? null;
  }

  /** A text, as it was typed. */
  text(field: string): string {
    const value = this.value(field);
    return typeof value === 'string' ? value : '';
  }

  /** Those that say something. */
  facts(fields: readonly string[]): Fact[] {
    return fields.flatMap((field) => {
      const words = this.words(field);
      return words === '' ? [] : [{ name: fieldLabel(this.#around.translator, this.#kind, field), words }];
    });
  }

  get name(): string {
    const names = titleFields(this.#kind, this.#around.translator.language).map((field) => this.words(field));
    return names.find((name) => name !== '') ?? '';
  }
}
