import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret, utf8 } from './index.ts';

describe('a secret', () => {
  const hidden = 'verysecret';
  const secret = new Secret(utf8(hidden));

  it('cannot be printed by any of the ways in which things are printed by accident', () => {
    const ways = [
      String(secret),
      ''.concat(secret as unknown as string),
      JSON.stringify({ secret }),
      inspect(secret),
      inspect({ deep: { in: [secret] } }, { depth: 9, showHidden: true }),
      Object.prototype.toString.call(secret),
      JSON.stringify(Object.entries(secret)),
    ];
    const bytes = [...utf8(hidden)].join(',');
    for (const text of ways) {
      expect(text).not.toContain(hidden);
      expect(text).not.toContain(bytes);
    }
    expect(String(secret)).toBe('[secret]');
    expect(inspect(secret)).toBe('[secret]');
    expect(JSON.stringify(secret)).toBe('"[secret]"');
    expect(Object.prototype.toString.call(secret)).toBe('[object [secret]]');
  });

  it('is zeros once wiped, and then refuses to be used', () => {
    const bytes = utf8('gone');
    const one = new Secret(bytes);
    expect(one.length).toBe(4);
    expect(one.expose()).toBe(bytes);
    one.wipe();
    expect(bytes).toEqual(new Uint8Array(4));
    expect(() => one.expose()).toThrow();
  });
});
