import type { Engine } from './engine.ts';

/** A space's number on this device: its 43 letters would be most of every index row of the projection. */
export function spaceNumber(engine: Engine, space: string): number {
  const known = engine.get<{ number: number }>('select number from space_number where space = ?', space);
  if (known !== null) return known.number;
  const made = engine.get<{ number: number }>(
    'insert into space_number(space) values(?) returning number',
    space,
  );
  if (made === null) throw new Error('an insert answers its row');
  return made.number;
}
