import { childrenOf, groupOf, packOf } from '@dayaq/domain';
import type { RecordView, Value } from '@dayaq/vault/client';
import type { Values } from '../changes-between.ts';
import { clientIn } from '../client.ts';
import { writeContact } from '../contact.ts';
import { type ActOn, type Choosing, setSome, type Standing, type Writing } from '../plan.ts';
import { textIn, valuesOf } from '../record-values.ts';
import { appealPreset, followDeadline, matterState, type MatterState, mayAppeal } from './matters.ts';

/** The barrier of a case, which may gather others like it. */
function writeAdvocacy({ me, today, dossier }: Standing, known: Record<string, Value> = {}): Writing {
  return {
    does: 'write',
    title: { list: 'matter-types', code: 'advocacy' },
    kind: 'matter',
    record: null,
    purpose: 'advocacy',
    only: groupOf('matter', 'barrier'),
    preset: { type: 'advocacy', filed: { day: today }, owner: me, cases: [dossier], ...known },
  };
}

/** Begun, and not filed: on which day it was, and so until when they must answer, somebody says. */
function writeMatter(type: string, { me, live }: Standing): Writing {
  return {
    does: 'write',
    title: { list: 'matter-types', code: type },
    kind: 'matter',
    record: null,
    purpose: type,
    only: groupOf('matter', 'begin'),
    preset: { type, owner: me, forWhom: clientIn(live) },
  };
}

export const MATTER_BEGINS: readonly Choosing[] = [
  {
    text: 'matters.start',
    on: [{ tab: 'papers', place: 'first' }],
    choices: childrenOf('matter-types').map(({ code }) => ({
      text: { list: 'matter-types' as const, code },
      plan: (of: Standing) => (code === 'advocacy' ? writeAdvocacy(of) : writeMatter(code, of)),
    })),
  },
];

const stands = (matter: RecordView, { today }: Standing): MatterState => matterState(valuesOf(matter), today);
/** Where it lies, as far as somebody wrote it. */
const forumOf = (matter: RecordView, ...fields: readonly string[]): Record<string, Value> =>
  Object.fromEntries(fields.map((field) => [field, textIn(matter, field)]).filter(([, text]) => text !== ''));

/** Whether an appeal against it is proposed: the country's rules know one, and there is still time. */
export function isAppealable(matter: RecordView, { live, today, country }: Standing): boolean {
  const others = live
    .filter(({ kind }) => kind === 'matter')
    .map((record) => ({ id: record.id, fields: valuesOf(record) }));
  return packOf(country) !== undefined && mayAppeal(matter.id, valuesOf(matter), others, today);
}

/** The next steps of a matter, in the order of its life. */
export const MATTER_ACTS: readonly ActOn[] = [
  {
    act: 'filed-today',
    text: 'matters.act.filedToday',
    isOffered: (matter, of) => stands(matter, of) === 'draft',
    plan: (matter, { today, country }) => {
      const pack = packOf(country);
      const before = valuesOf(matter);
      const filed: Values = { ...before, filed: { day: today } };
      const after = pack === undefined ? filed : followDeadline(before, filed, pack);
      return setSome(matter, {
        filed: { day: today },
        ...(after['deadline'] == null
          ? {}
          : { deadline: after['deadline'], deadlineRule: after['deadlineRule'] ?? null }),
      });
    },
  },
  {
    act: 'answer',
    text: 'matters.act.answer',
    isOffered: (matter, of) => ['open', 'overdue'].includes(stands(matter, of)),
    plan: (matter, { today }) => ({
      does: 'write',
      title: 'matters.act.answer',
      kind: 'matter',
      record: matter,
      only: groupOf('matter', 'answer'),
      begin: { answered: { day: today } },
    }),
  },
  {
    act: 'appeal',
    text: 'matters.act.appeal',
    isOffered: isAppealable,
    plan: (matter, { me }) => ({
      does: 'write',
      title: { list: 'matter-types', code: 'appeal' },
      kind: 'matter',
      record: null,
      purpose: `against ${matter.id}`,
      only: groupOf('matter', 'begin'),
      preset: appealPreset(matter.id, valuesOf(matter), me),
    }),
  },
  {
    act: 'contact',
    text: 'matters.act.contact',
    isOffered: () => true,
    plan: (matter, of) => {
      const forum = textIn(matter, 'forum');
      return writeContact(of, {
        matter: matter.id,
        ...(forum === '' ? {} : { institutionType: forum }),
        ...(textIn(matter, 'forumIs') === '' ? {} : { institutionIs: textIn(matter, 'forumIs') }),
        institution:
          textIn(matter, 'forumName') || (forum === '' ? '' : of.say({ list: 'forums', code: forum })),
      });
    },
  },
  {
    act: 'barrier',
    text: 'matters.act.barrier',
    isOffered: (matter, of) =>
      textIn(matter, 'type') !== 'advocacy' && ['answered', 'closed', 'overdue'].includes(stands(matter, of)),
    plan: (matter, of) => writeAdvocacy(of, forumOf(matter, 'forum', 'forumName', 'forumIs')),
  },
  {
    act: 'close',
    text: 'matters.act.close',
    isOffered: (matter, of) => stands(matter, of) !== 'closed',
    plan: (matter, { today }) => ({
      does: 'write',
      title: 'matters.act.close',
      kind: 'matter',
      record: matter,
      only: groupOf('matter', 'end'),
      begin: { closed: { day: today } },
    }),
  },
];

/** The deadline follows the day on which it was filed, by the rule of the country. */
export function matterFollows(before: Values, after: Values, country: string): Values {
  const pack = packOf(country);
  return pack === undefined ? after : followDeadline(before, after, pack);
}
