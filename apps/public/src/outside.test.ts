// @vitest-environment happy-dom
/** Threat: a server, or whoever runs it, sends somebody who complains about one of us to another number, or to nobody. */
import { beforeEach, expect, test } from 'vitest';
import { showSigned } from './outside.ts';

const SIGNED = {
  name: 'Ombudsman',
  reach: '+994 12 555 09 16',
  days: 14,
  otherwise: { az: 'Məhkəmə', ru: '' },
};
const WORDS = {
  plain: { 'outside.changed': 'changed', 'outside.noOtherwise': 'call us', 'send.ghost': 'ghost' },
  confirm: [],
  unknown: [],
};
const text = (id: string) => document.getElementById(id)?.textContent;

beforeEach(() => {
  document.body.innerHTML = `<section id="outside"><dl><dd id="outside-name">Ombudsman</dd>
<dd id="outside-reach">+994 12 555 09 16</dd><dd id="outside-days">14</dd><dd id="outside-otherwise">Məhkəmə</dd></dl>
<p id="outside-unchecked"></p><p id="outside-problem"></p></section><div id="app"></div>`;
  const app = document.getElementById('app');
  if (app !== null) app.dataset['words'] = JSON.stringify(WORDS);
});

test('what was signed and is shown so is said to be checked, and nothing more', () => {
  showSigned(SIGNED, 'az');
  expect(document.getElementById('outside-unchecked')?.hidden).toBe(true);
  expect(text('outside-problem')).toBe('');
});

test.each(['name', 'reach', 'days', 'otherwise'] as const)(
  'another %s than was signed is put right, and said',
  (what) => {
    const shown = document.getElementById(`outside-${what}`);
    const signed = shown?.textContent;
    if (shown !== null) shown.textContent = '102';
    showSigned(SIGNED, 'az');
    expect(text(`outside-${what}`)).toBe(signed);
    expect(text('outside-problem')).toBe('changed');
  },
);

test('a body that nobody signed stands there no more', () => {
  showSigned(null, 'az');
  expect(text('outside')).toBe('ghost');
});
