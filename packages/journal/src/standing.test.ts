/** A member who writes on and on without looking must push out nobody else's words, and it must be said that words are gone. */
import { describe, expect, it } from 'vitest';
import { change, entry } from '../test/graphs.ts';
import type { Node, Seen } from './graph.ts';
import { Standing } from './standing.ts';
import { LIMITS } from './types.ts';

/** What an author says who has seen nothing beyond `base`; each says it on a chain of its own. */
function saying(author: string, index: number, base = -1): { seen: Seen; text: string } {
  const text = `${author} ${index}`;
  const node: Node = { entry: entry(text, [], change({}), { author }), index, chain: index };
  return { seen: { node, base, clock: new Int32Array(0) }, text };
}

const texts = (standing: Standing<{ seen: Seen; text: string }>) => standing.items.map(({ text }) => text);

/** `count` words of each author, one author after the other. */
function filled(spec: Record<string, number>): Standing<{ seen: Seen; text: string }> {
  const standing = new Standing<{ seen: Seen; text: string }>();
  let index = 0;
  for (const [author, count] of Object.entries(spec))
    for (let i = 0; i < count; i++) standing.add(saying(author, index++));
  return standing;
}

describe('words that did not know of each other', () => {
  it('are all kept up to as many as one author may have', () => {
    const standing = filled({ bahar: 1, mallory: LIMITS.standingEach });
    expect(standing.items).toHaveLength(1 + LIMITS.standingEach);
    expect(standing.more).toBe(0);
  });

  it('of whoever says more give way to their own newest, and are counted', () => {
    const standing = filled({ bahar: 1, mallory: LIMITS.standingEach + 3 });
    expect(texts(standing)).toEqual([
      'bahar 0',
      ...Array.from({ length: LIMITS.standingEach }, (_, i) => `mallory ${4 + i}`),
    ]);
    expect(standing.more).toBe(3);
  });

  it('of a crowd are all kept up to as many as there may be', () => {
    const standing = filled({ a: 8, b: 8, c: 8, d: 8, e: 8, f: 8, g: 8, h: 8 });
    expect(standing.items).toHaveLength(LIMITS.standing);
    expect(standing.more).toBe(0);
  });

  it('of a crowd give way to the newest where one has said most, the oldest first', () => {
    const standing = filled({ a: 7, b: 7, c: 7, loud: 8, d: 7, e: 7, f: 7, g: 7, h: 7, late: 1 });
    expect(standing.items).toHaveLength(LIMITS.standing);
    expect(texts(standing)).not.toContain('loud 21');
    expect(texts(standing)).toContain('loud 22');
    expect(texts(standing)).toContain('a 0');
    expect(texts(standing)).toContain('late 64');
    expect(standing.more).toBe(1);
  });

  it('of several who said as much as each other give way on every device alike: of who was first there', () => {
    const standing = filled({ a: 8, b: 8, c: 8, d: 8, e: 8, f: 8, g: 8, h: 8, late: 1 });
    expect(texts(standing)).not.toContain('a 0');
    expect(texts(standing)).toContain('h 56');
  });

  it('are taken out by whoever knew them, and only those', () => {
    const standing = filled({ ana: 1, bahar: 1, chingiz: 1 });
    expect(standing.take(saying('dilan', 9, 1).seen).map(({ text }) => text)).toEqual(['ana 0', 'bahar 1']);
    expect(texts(standing)).toEqual(['chingiz 2']);
    expect(standing.take(saying('dilan', 9, 1).seen)).toEqual([]);
    expect(texts(standing)).toEqual(['chingiz 2']);
    expect(standing.take(saying('dilan', 9, 2).seen)).toHaveLength(1);
    expect(standing.items).toEqual([]);
    expect(standing.take(saying('dilan', 9, 2).seen)).toEqual([]);
  });

  it('are said to be gone until somebody writes who had seen all that is gone', () => {
    const standing = filled({ mallory: LIMITS.standingEach + 2 });
    standing.take(saying('bahar', 50, 0).seen);
    expect(standing.more).toBe(2);
    standing.take(saying('bahar', 51, 1).seen);
    expect(standing.more).toBe(0);
  });

  it('are said to be gone no longer where the only one gone was the very first', () => {
    const standing = filled({ mallory: LIMITS.standingEach + 1 });
    standing.take(saying('bahar', 50, 0).seen);
    expect(standing.more).toBe(0);
  });
});
