import { fieldOf, kindOf, typedField } from '@dayaq/domain';
import { PACK_FRAMEWORKS } from '@dayaq/domain/frameworks';
import type { Id } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { broughtIn, namesOf } from './bring.ts';

const idOf = (name: string): Id => `id of ${name}`;

describe('a framework of the packs', () => {
  it('becomes records of which each field says what its kind promises, each under one of its names', () => {
    for (const pack of PACK_FRAMEWORKS) {
      const changes = broughtIn(pack, idOf);
      expect(new Set(changes.map(({ record }) => record))).toEqual(new Set(namesOf(pack).map(idOf)));
      for (const { kind, fields = {} } of changes) {
        for (const [field, op] of Object.entries(fields)) {
          expect(fieldOf(kind, field), `${kind}.${field}`).toBeDefined();
          const value = 'set' in op ? op.set : undefined;
          expect(typedField(kind, field, value), `${kind}.${field}`).toEqual(value);
        }
        for (const { name, required } of kindOf(kind)?.fields ?? [])
          if (required === true) expect(Object.keys(fields), kind).toContain(name);
      }
    }
  });

  it('leads from what was said to its commitment and from that to its theme', () => {
    for (const pack of PACK_FRAMEWORKS) {
      const changes = broughtIn(pack, idOf);
      const ids = (kind: string) => changes.filter((each) => each.kind === kind).map(({ record }) => record);
      const linked = (kind: string, field: string) =>
        changes
          .filter((each) => each.kind === kind)
          .map(({ fields = {} }) =>
            fields[field] !== undefined && 'set' in fields[field] ? fields[field].set : null,
          );
      for (const theme of linked('commitment', 'theme')) expect(ids('theme')).toContain(theme);
      for (const commitment of linked('update', 'commitment'))
        expect(ids('commitment')).toContain(commitment);
    }
  });
});
