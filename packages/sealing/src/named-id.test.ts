import { expect, test } from 'vitest';
import {
  idFromName,
  namingKey,
  newAccountRoot,
  type RecordId,
  Secret,
  spaceNamingKey,
  type SpaceId,
  toBase64url,
} from './index.ts';

const space = (byte: number) => toBase64url(new Uint8Array(32).fill(byte)) as SpaceId;

test('a name has the same id each time, and another one under another key, in another space, of another name', async () => {
  const key = await namingKey(newAccountRoot());
  const id = await idFromName<RecordId>(key, space(1), 'row 1');
  expect(await idFromName<RecordId>(key, space(1), 'row 1')).toBe(id);
  const others = await Promise.all([
    idFromName<RecordId>(key, space(1), 'row 2'),
    idFromName<RecordId>(key, space(2), 'row 1'),
    idFromName<RecordId>(await namingKey(newAccountRoot()), space(1), 'row 1'),
  ]);
  expect(new Set([id, ...others]).size).toBe(4);
});

test('a name has the id that it had in all versions before', async () => {
  const key = await namingKey(new Secret(new Uint8Array(32).fill(7)));
  expect(await idFromName<RecordId>(key, space(3), 'Иш №1')).toBe('cYp_WFS0a1JuXjyLpPwiWg');
  const shared = await spaceNamingKey(new Secret(new Uint8Array(32).fill(7)));
  expect(await idFromName<RecordId>(shared, space(3), 'Иш №1')).toBe('oJr2DCAn59jqu1wZmf3iuQ');
});
