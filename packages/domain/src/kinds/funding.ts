import { code, counted, DATE, internal, line, lines, MONEY, ordinary, reference } from '../field.ts';
import { defineKind } from '../kind.ts';

const FROM_WHOM = { heldBackBy: 'donorHidden' } as const;

/** Money for a commitment, or what was given in its place: pledged, committed, spent, in kind, and by whom. */
export const FUNDING = defineKind({
  kind: 'funding',
  level: 'part',
  title: ['state', 'donor'],
  groups: { form: ['state', 'amount', 'inKind', 'donor', 'donorHidden', 'date', 'source', 'note'] },
  fields: [
    ordinary('commitment', reference('commitment'), { ...counted, required: true }),
    ordinary('state', code('funding-states'), { ...counted, required: true }),
    // In kind: what it is worth, where somebody says so.
    ordinary('amount', MONEY, {
      ...counted,
      requiredWhen: { field: 'state', in: ['pledged', 'committed', 'spent'] },
    }),
    ordinary('inKind', lines(500), {
      when: { field: 'state', in: ['in-kind'] },
      requiredWhen: { field: 'state', in: ['in-kind'] },
    }),
    ordinary('donor', line(200), FROM_WHOM),
    // They do not want to be named outside.
    ordinary('donorHidden', { is: 'flag' }, internal),
    ordinary('date', DATE, counted),
    // Where it can be read. It could name whoever is not to be named.
    ordinary('source', line(300), FROM_WHOM),
    ordinary('note', lines(1000), internal),
  ],
});
