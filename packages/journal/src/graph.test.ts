import { describe, expect, it } from 'vitest';
import { change, entry } from '../test/graphs.ts';
import { Graph, knows } from './graph.ts';

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
