import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeSurroundings } from '../node/index.ts';
import type { Engine } from './engine.ts';

let engine: Engine;
beforeAll(async () => {
  const { database } = await nodeSurroundings('http://localhost:1');
  engine = await database.open(new Uint8Array(32));
  engine.exec('create table said(number integer primary key, text text, bytes blob)');
});
afterAll(() => engine.close());

const LENGTHS = [0, 1, 63, 64, 65, 1_000, 21_845, 21_846, 70_000, 300_000, 5];

describe('the database', () => {
  it.each(['a', 'ə', 'ӣ', '🌙'])('gives back texts of any length as they were, of %s', (letter) => {
    for (const length of LENGTHS) {
      const text = `${'x'.repeat(length % 7)}${letter.repeat(length)}`;
      const bytes = new Uint8Array(length).fill(length % 251);
      engine.run('insert or replace into said(number, text, bytes) values(1, ?, ?)', text, bytes);
      expect(engine.get('select text, bytes from said where number = 1')).toEqual({ text, bytes });
    }
  });
});
