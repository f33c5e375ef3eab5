import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeSurroundings } from '../node/index.ts';
import type { Engine } from './engine.ts';
import { prepareSchema } from './schema.ts';

let engine: Engine;
beforeEach(async () => {
  const { database } = await nodeSurroundings('http://localhost:1');
  engine = await database.open(new Uint8Array(32));
});
afterEach(() => engine.close());

describe('a database that was kept before dossiers were named with their space', () => {
  it('keeps who is to read, with whom to share, and what is held of both', () => {
    engine.exec(`
      create table restriction(dossier text primary key, space text not null, readers text not null, stood blob) without rowid;
      create table sharing(dossier text primary key, space text not null, wish text not null) without rowid;
      create table held(id text primary key, space text not null, dossier text not null, reason text not null, at integer not null,
        due integer not null, seq integer not null, generation integer not null) without rowid;
      insert into restriction values('case', 'ours', '["leyla"]', null);
      insert into sharing values('given', 'ours', '{}');
      insert into held values('readers/case', 'ours', 'case', 'refused', 1, 2, 3, 4), ('entry', 'ours', 'case', 'refused', 1, 2, 3, 4);
    `);
    for (let opened = 0; opened < 2; opened++) {
      prepareSchema(engine);
      expect(engine.all('select * from restriction')).toEqual([
        { space: 'ours', dossier: 'case', readers: '["leyla"]', seen: '[]', stood: null },
      ]);
      expect(engine.all('select * from sharing')).toEqual([{ space: 'ours', dossier: 'given', wish: '{}' }]);
      expect(engine.all('select id from held order by id')).toEqual([
        { id: 'entry' },
        { id: 'readers/ours/case' },
      ]);
    }
    engine.run("insert into restriction(space, dossier, readers) values('theirs', 'case', 'all')");
    expect(engine.all('select space from restriction')).toHaveLength(2);
  });
});
