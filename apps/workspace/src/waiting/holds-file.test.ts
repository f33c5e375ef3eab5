import type { Change } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { holdsFile } from './holds-file.ts';

const change = (kind: string, fields: Change['fields']): Change => ({ kind, record: 'r', fields });
const blob = { blob: 'b', key: 'k', size: 3, name: 'bruise.jpg', mediaType: 'image/jpeg', sha256: 'ab' };

describe('an act that was not taken', () => {
  it('holds a file if any of its records does, whatever else it says', () => {
    const words = change('note', { text: { set: 'She came with a picture.' } });
    expect(holdsFile([words, change('file', { blob: { set: blob } })])).toBe(true);
    expect(holdsFile([words])).toBe(false);
  });

  it('holds none when it only changes what is said of one', () => {
    expect(holdsFile([change('file', { note: { set: 'From the hospital' } })])).toBe(false);
  });
});
