import { describe, expect, it } from 'vitest';
import { change, entry } from '../test/graphs.ts';
import { compareTimes, Graph, knows, type Seen } from './graph.ts';

describe('whoever wrote an entry', () => {
  it('knows that entry and what they had seen, and nothing that was written beside it', () => {
    const graph = new Graph();
    const ana = graph.append(entry('a', [], change({}), { author: 'ana' }));
    const bahar = graph.append(entry('b', [], change({}), { author: 'bahar' }));
    const later = graph.append(entry('c', ['b'], change({}), { author: 'chingiz' }));
    expect(knows(bahar, bahar.node)).toBe(true);
    expect(knows(bahar, ana.node)).toBe(false);
    expect(knows(ana, bahar.node)).toBe(false);
    expect(knows(later, bahar.node)).toBe(true);
    expect(knows(later, ana.node)).toBe(false);
    expect(knows(bahar, later.node)).toBe(false);
  });
});

function graphOf(): (name: string, author: string, ...after: string[]) => Seen {
  const graph = new Graph();
  return (name, author, ...after) => graph.append(entry(name, after, change({}), { author }));
}

describe('what somebody knows', () => {
  it('is said by one number where it is everything, and an author’s entries are one chain', () => {
    const write = graphOf();
    expect(write('a', 'ana')).toMatchObject({ node: { index: 0, chain: 0 }, base: 0 });
    expect(write('b', 'bahar', 'a')).toMatchObject({ node: { index: 1, chain: 1 }, base: 1 });
    const again = write('c', 'ana', 'b');
    expect(again).toMatchObject({ node: { index: 2, chain: 0 }, base: 2 });
    expect(again.clock).toHaveLength(0);
  });

  it('becomes one number again up to the first entry that they had not seen', () => {
    const write = graphOf();
    write('a', 'ana');
    write('b', 'bahar', 'a');
    write('a2', 'ana', 'a');
    const before = write('d', 'dilan', 'b');
    write('z', 'zaur', 'a');
    const joined = write('d2', 'dilan', 'a2', 'd');
    expect(joined.node.chain).toBe(before.node.chain);
    expect(joined.base).toBe(3);
    expect(joined.clock).toHaveLength(0);
    const next = write('d3', 'dilan', 'd2');
    expect(next.node.chain).toBe(before.node.chain);
    expect(next.clock).toBe(joined.clock);
  });

  it('is looked for over so many entries at once, and known beyond them all the same', () => {
    const write = graphOf();
    write('a', 'ana');
    write('a2', 'ana', 'a');
    let last = write('b', 'bahar', 'a');
    for (let i = 1; i < 300; i++) last = write(`b${i}`, 'bahar', i === 1 ? 'b' : `b${i - 1}`);
    const unseen = write('z', 'zaur', 'a');
    const joined = write('a3', 'ana', 'a2', 'b299');
    expect(joined.base).toBe(1 + 256);
    expect(knows(joined, last.node)).toBe(true);
    expect(knows(joined, unseen.node)).toBe(false);
  });
});

describe('an author who forks', () => {
  it('goes on with each of their branches, however long they wrote on the other', () => {
    const write = graphOf();
    write('a', 'ana');
    const one = write('one', 'mallory', 'a');
    const two = write('two', 'mallory', 'a');
    expect(two.node.chain).not.toBe(one.node.chain);
    let last = 'two';
    for (let i = 0; i < 20; i++) {
      expect(write(`two ${i}`, 'mallory', last).node.chain).toBe(two.node.chain);
      last = `two ${i}`;
    }
    expect(write('one more', 'mallory', 'one').node.chain).toBe(one.node.chain);
  });

  it('without end has the eight newest branches remembered, and no more', () => {
    const write = graphOf();
    write('a', 'ana');
    const chains = Array.from({ length: 9 }, (_, i) => write(`m${i}`, 'mallory', 'a').node.chain);
    expect(new Set(chains).size).toBe(9);
    expect(write('on', 'mallory', 'm1').node.chain).toBe(chains[1]);
    expect(chains).not.toContain(write('again', 'mallory', 'm0').node.chain);
  });

  it('without end takes eight places in what others know, the newest', () => {
    const write = graphOf();
    write('a', 'ana');
    write('unseen', 'zaur', 'a');
    const chains = Array.from({ length: 20 }, (_, i) => write(`m${i}`, 'mallory', 'a').node.chain);
    const own = write('b', 'bahar', 'a');
    const all = write('c', 'chingiz', 'b', ...chains.map((_, i) => `m${i}`));
    const known = Array.from(all.clock).filter((_, i) => i % 2 === 0);
    expect(known).toEqual([...chains.slice(12), own.node.chain]);
    expect(knows(all, own.node)).toBe(true);
  });

  it('beside many others who do leaves what everybody knows bounded', () => {
    const write = graphOf();
    write('a', 'ana');
    write('unseen', 'zaur', 'a');
    const names = Array.from({ length: 280 }, (_, i) => `m${i}`);
    for (const [i, name] of names.entries()) write(name, `author ${i % 40}`, 'a');
    expect(write('c', 'chingiz', ...names).clock).toHaveLength(2 * 256);
  });
});

describe('the order of two entries', () => {
  it('is by time, then by id, and none before or after itself', () => {
    const [low, high] = [entry('a', [], change({})), entry('b', [], change({}))].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    ) as [Seen['node']['entry'], Seen['node']['entry']];
    expect(compareTimes(low, high)).toBeLessThan(0);
    expect(compareTimes(high, low)).toBeGreaterThan(0);
    expect(compareTimes({ ...low, time: 1 }, high)).toBeGreaterThan(0);
    expect(compareTimes(low, low)).toBe(0);
  });
});
