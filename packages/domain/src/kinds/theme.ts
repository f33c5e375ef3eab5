import { line, lines, ordinary } from '../field.ts';
import { defineKind } from '../kind.ts';
import { NAME_IN } from './provider.ts';

/** An objective of a plan, or what a group of recommendations is about. */
export const THEME = defineKind({
  kind: 'theme',
  level: 'part',
  title: ['name'],
  titleIn: NAME_IN,
  groups: { form: ['number', 'name', 'goal', ...Object.values(NAME_IN)] },
  fields: [
    ordinary('number', line(20)),
    ordinary('name', line(300), { required: true }),
    ...Object.values(NAME_IN).map((name) => ordinary(name, line(300))),
    ordinary('goal', lines(2000)),
  ],
});
