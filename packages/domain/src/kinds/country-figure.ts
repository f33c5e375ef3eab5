import { byProgram, code, counted, DATE, internal, line, lines, ordinary, reference } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * A number about a country that its directory cannot know, as somebody published it. It may take the place of an older one,
 * which stays to be seen; figures that nobody put in another's place stand side by side.
 */
export const COUNTRY_FIGURE = defineKind({
  kind: 'country-figure',
  level: 'part',
  title: ['what', 'number'],
  listed: true,
  inRoster: true,
  groups: { form: ['what', 'number', 'unit', 'date', 'source', 'approximate', 'note'] },
  fields: [
    ordinary('country', code('countries'), { ...byProgram, required: true }),
    ordinary('what', code('figure-kinds'), { ...counted, required: true }),
    ordinary('number', { is: 'number', min: 0, max: 1_000_000_000_000, integer: false }, { required: true }),
    ordinary('unit', code('capacity-units'), { when: { field: 'what', in: ['shelter-places'] } }),
    ordinary('date', DATE, { required: true }),
    ordinary('source', line(300), { required: true }),
    // No more digits than it shows are meant.
    ordinary('approximate', { is: 'flag' }),
    // In whose place it stands: another that people wrote, or one of the country pack by its key.
    ordinary('instead', reference('country-figure'), byProgram),
    ordinary('insteadOfPack', line(120), { ...byProgram, search: false }),
    ordinary('note', lines(2000), internal),
  ],
});
