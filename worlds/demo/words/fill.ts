import type { CountryCode } from '@dayaq/domain';
import type { Chance } from '../random.ts';
import type { Words } from './words.ts';

export type Gender = 'man' | 'woman' | 'other';
const FORM: Record<Gender, number> = { man: 0, woman: 1, other: 2 };

/** The sentence with its marks replaced. Throws where a form or a slot is missing: a mistake in the words. */
export function fill(
  sentence: string,
  words: Words,
  chance: Chance,
  gender: Gender,
  country: CountryCode,
): string {
  if (!/[[{]/.test(sentence)) return sentence;
  return sentence
    .replace(/\[([^\]]*)\]/g, (_, forms: string) => {
      const form = forms.split('|')[FORM[gender]];
      if (form === undefined) throw new Error(`no form for ${gender}: ${sentence}`);
      return form;
    })
    .replace(/\{([^}]*)\}/g, (_, name: string) => {
      const slot = words.slots[name];
      if (slot === undefined) throw new Error(`no slot {${name}}: ${sentence}`);
      return chance.one('az' in slot ? slot[country] : slot);
    });
}
