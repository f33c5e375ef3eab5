import { readFile } from 'node:fs/promises';
import { idBytes, toHex } from '@dayaq/sealing/verify';
import { describe, expect, it } from 'vitest';
import { readEntry, verifyEntry } from '../src/index.ts';
import { buildVectors, describeView, type EntryVector } from './build.ts';

const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const vectors = JSON.parse(
  await readFile(new URL('entry.json', import.meta.url), 'utf8'),
) as readonly EntryVector[];

describe('the format of an entry has not changed', () => {
  it('in what is written', async () => {
    expect(JSON.parse(JSON.stringify(await buildVectors()))).toEqual(vectors);
  });

  it.each(vectors)('in what is read: $name', async (vector) => {
    const read = await readEntry(fromHex(vector.bytes));
    if (!read.ok) throw new Error(read.error.message);
    expect(toHex(idBytes(read.value.id))).toBe(vector.id);
    expect(read.value.changes).toEqual(vector.changes);
    expect(read.value.heads.map((head) => toHex(idBytes(head)))).toEqual(vector.heads);
    expect(vector).toMatchObject(describeView(read.value.view));
    expect(await verifyEntry(fromHex(vector.bytes), fromHex(vector.signKey))).toBe(true);
  });
});
