import { code, counted, internal, line, ordinary, reference } from '../field.ts';
import { defineKind } from '../kind.ts';

/** An organisation that signs what is submitted to a session, or was asked to. Some sign without their name standing there. */
export const SIGNING = defineKind({
  kind: 'signing',
  level: 'part',
  title: ['name'],
  groups: { form: ['name', 'signs', 'nameHidden'] },
  fields: [
    ordinary('session', reference('session'), { ...counted, required: true }),
    ordinary('name', line(200), { required: true, heldBackBy: 'nameHidden' }),
    ordinary('signs', code('was-it'), counted),
    ordinary('nameHidden', { is: 'flag' }, internal),
  ],
});
