import { addDays, checklistOf } from '@dayaq/domain';
import { record } from '../record.ts';
import { type Known, later, type Writing } from './known.ts';
import { WHY_IMPOSSIBLE } from './said.ts';

/** What somebody needs papers for, by what was refused to them (list `violation-types`). */
const GOALS: Readonly<Record<string, string>> = {
  'registration-denied': 'residence-registration',
  'identity-denied': 'identity-card',
  'papers-denied': 'identity-card',
  'papers-taken': 'identity-card',
  'support-denied': 'social-support',
  'treatment-interrupted': 'art-card',
  'care-conditional': 'ost-entry',
  'child-contact-denied': 'custody',
  'child-taken': 'custody',
};

/** The papers of those who were refused something for want of them, by the checklist of the country. */
export function inventPapers(of: Known, writing: Writing): void {
  const { chance, types, wants, pack, opened, isOpen, today, language, client } = of;
  const type = types.find((each) => Object.hasOwn(GOALS, each));
  const goal = type === undefined ? undefined : GOALS[type];
  const list = goal === undefined ? undefined : checklistOf(goal, pack);
  if (list === undefined || !chance.maybe(wants.includes('documents') ? 0.8 : 0.4)) return;
  const changes = list.demands
    .filter(({ sometimes }) => sometimes !== true || chance.maybe(0.25))
    .map(({ anyOf }) => {
      const document = chance.one(anyOf);
      const state = isOpen
        ? chance.weighed({ has: 4, 'in-progress': 4, missing: 2, impossible: 0.6 })
        : chance.weighed({ has: 9, missing: 1, impossible: 0.5 });
      const why = document === 'owner-consent' ? WHY_IMPOSSIBLE[language] : undefined;
      return record('document-need', chance.id(), {
        of: client,
        document,
        goal,
        state,
        impossibleWhy: state === 'impossible' ? why : undefined,
        steps: state === 'in-progress' ? list.steps.slice(0, chance.whole(1, 2)) : undefined,
        expected:
          state === 'in-progress' && chance.maybe(0.6)
            ? { day: addDays(today, chance.whole(-2, 25)) }
            : undefined,
      });
    });
  writing.write(later(chance, opened, 2, 8), changes);
}
