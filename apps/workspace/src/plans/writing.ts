import { groupOf } from '@dayaq/domain';
import { textIn } from '@dayaq/acts/record-values';
import type { Change, Id, RecordView, Value } from '@dayaq/vault/client';
import type { Room } from '../cases/room.ts';
import type { RecordRequest } from '../dossier/record-request.ts';
import type { Values } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { type IndicatorView, OF_WHOM, type SheetView } from './indicators.ts';
import { proposedAgenda, type ReviewView } from './reviews.ts';
import { type Commitment, type Framework, nameIn, type Said } from './use-framework.ts';

/** A record of a plan that is being written in a dialog. */
export interface Writing {
  /** Null: a new one. */
  record: Id | null;
  /** What a new one says beyond what is typed: which record it belongs to. It never changes. */
  stamp?: RecordRequest['stamp'];
  request: Omit<RecordRequest, 'record' | 'stamp'>;
}

/** What a commitment is called where there is room for a line. */
export const lineOf = ({ record }: Commitment, room: Pick<Room, 'translator'>): string =>
  [textIn(record, 'number'), nameIn(record, room.translator.language)].filter(Boolean).join(' ');

export const editingHead = (plan: Id): Writing => ({
  record: plan,
  request: {
    title: t('plans.editHead'),
    kind: 'framework',
    only: [...groupOf('framework', 'what'), ...groupOf('framework', 'names'), 'note'],
  },
});

export const addingTheme = (): Writing => ({
  record: null,
  request: { title: t('plans.addTheme'), kind: 'theme', only: groupOf('theme', 'form') },
});

/** @param commitment null: a new one */
export const writingCommitment = (commitment: Commitment | null, room: Room): Writing => ({
  record: commitment?.record.id ?? null,
  request: {
    title: commitment === null ? t('plans.addCommitment') : lineOf(commitment, room),
    kind: 'commitment',
    only: [...groupOf('commitment', 'form'), ...groupOf('commitment', 'annex')],
    preset: { what: 'action' },
    removable: true,
  },
});

/** What it is about: by that cases are suggested. */
export const writingAbout = (commitment: Commitment, room: Room): Writing => ({
  record: commitment.record.id,
  request: {
    title: `${t('plans.mayBear.about')}: ${lineOf(commitment, room)}`,
    kind: 'commitment',
    only: groupOf('commitment', 'about'),
  },
});

/** The same one in other cycles and before other bodies, and what of a wider plan it serves. */
export const writingElsewhere = (commitment: Commitment, room: Room): Writing => ({
  record: commitment.record.id,
  request: {
    title: `${t('plans.elsewhere.act')}: ${lineOf(commitment, room)}`,
    kind: 'commitment',
    purpose: 'elsewhere',
    only: groupOf('commitment', 'elsewhere'),
  },
});

/** @param said null: something new is said of the commitment */
export const saying = (commitment: Commitment, said: Said | null, room: Room): Writing => ({
  record: said?.record.id ?? null,
  stamp: () => ({ commitment: commitment.record.id }),
  request: {
    title: lineOf(commitment, room),
    kind: 'update',
    purpose: commitment.record.id,
    only: groupOf('update', 'form'),
    preset: { voice: 'ours', date: { day: room.today } },
    removable: true,
    save: t('plans.keepReading'),
  },
});

/** @param indicator null: a new one of the commitment */
export const writingIndicator = (commitment: Commitment, indicator: RecordView | null): Writing => ({
  record: indicator?.id ?? null,
  stamp: () => ({ commitment: commitment.record.id }),
  request: {
    title: t(indicator === null ? 'plans.indicators.add' : 'plans.indicators.edit'),
    kind: 'indicator',
    purpose: commitment.record.id,
    only: groupOf('indicator', 'form'),
    removable: true,
  },
});

/** A number of a baseline that nobody can date is none. */
const undatedBaseline = (values: Values): string[] =>
  typeof values['baselineLeast'] === 'number' && (values['baselineDate'] ?? null) === null
    ? ['baselineDate']
    : [];

/** @param sheet null: it counts otherwise from now on */
export const defining = (indicator: IndicatorView, sheet: SheetView | null, room: Room): Writing => ({
  record: sheet?.id ?? null,
  stamp: () => ({ indicator: indicator.record.id }),
  request: {
    title: textIn(indicator.record, 'name'),
    kind: 'indicator-sheet',
    purpose: indicator.record.id,
    only: groupOf('indicator-sheet', sheet === null ? 'form' : 'rewritten'),
    ...(sheet === null ? {} : { read: ['definition', 'unit', 'aim'] }),
    preset: { since: { day: room.today.slice(0, 4) }, aim: 'more' },
    wrong: undatedBaseline,
    // What was measured by it would be of nothing.
    ...(sheet !== null && sheet.measured.length === 0 && sheet.targets.length === 0
      ? { removable: true }
      : {}),
  },
});

/** @param target null: a new one */
export const settingTarget = (sheet: SheetView, target: RecordView | null): Writing => ({
  record: target?.id ?? null,
  stamp: () => ({ sheet: sheet.id }),
  request: {
    title: t('plans.indicators.target'),
    kind: 'indicator-target',
    purpose: sheet.id,
    only: groupOf('indicator-target', 'form'),
    removable: true,
  },
});

/** What a kept question came to on a device of ours. */
export interface Counted {
  readonly figure: Id;
  /** As `writeQuestion` wrote it. */
  readonly asked: string;
  readonly least: number;
  /** Null where it is one number. */
  readonly most: number | null;
  readonly source: string;
  readonly words: string;
}

/** Of whom it is, is asked as far as the sheet counts by it. @param measurement null: a new one @param counted what it says, if it was counted */
export const measuring = (
  sheet: SheetView,
  measurement: RecordView | null,
  room: Room,
  counted?: Counted,
): Writing => {
  const by = sheet.record.fields['disaggregation']?.value;
  const whom = Object.entries(OF_WHOM).flatMap(([code, fields]) =>
    (Array.isArray(by) && by.includes(code)) ||
    fields.some((field) => (measurement?.fields[field]?.value ?? null) !== null)
      ? fields
      : [],
  );
  return {
    record: measurement?.id ?? null,
    stamp: () => ({
      sheet: sheet.id,
      ...(counted === undefined ? {} : { figure: counted.figure, asked: counted.asked }),
    }),
    request: {
      title: textIn(sheet.record, 'definition').slice(0, 120),
      kind: 'measurement',
      purpose: counted === undefined ? sheet.id : `${sheet.id} ${counted.figure}`,
      only: [...groupOf('measurement', 'form').slice(0, -1), ...whom, 'words'],
      preset: {
        date: { day: room.today },
        ...(counted === undefined
          ? {}
          : { least: counted.least, most: counted.most, source: counted.source, words: counted.words }),
      },
      removable: true,
    },
  };
};

/** The request as its dialog takes it. */
export const requestOf = ({ record, stamp, request }: Writing): Omit<RecordRequest, 'record'> =>
  record === null && stamp !== undefined ? { ...request, stamp } : request;

/** @param review null: a new one, which begins with what should be spoken about today */
export const preparing = (framework: Framework, review: RecordView | null, room: Room): Writing => ({
  record: review?.id ?? null,
  request: {
    title: t(review === null ? 'plans.reviews.add' : 'plans.reviews.edit'),
    kind: 'review',
    only: groupOf('review', review === null ? 'begin' : 'held'),
    preset: { type: 'annual', date: { day: room.today }, agenda: proposedAgenda(framework, room.today) },
    removable: true,
  },
});

/** @param seat null: a new one */
export const seating = (seat: RecordView | null): Writing => ({
  record: seat?.id ?? null,
  request: {
    title: t('plans.seats.add'),
    kind: 'seat',
    only: groupOf('seat', 'form'),
    removable: true,
  },
});

/** What one of us is to do becomes a task with the decision, in the same entry. @param decision null: a new one */
export async function deciding(
  room: Room,
  plan: Id,
  { record: review }: Pick<ReviewView, 'record'>,
  decision: RecordView | null,
): Promise<Writing> {
  const task = await room.vault.newId();
  return {
    record: decision?.id ?? null,
    stamp: ({ what }) => ({ review: review.id, ...(what === 'task' ? { task } : {}) }),
    request: {
      title: t('plans.reviews.decide'),
      kind: 'decision',
      purpose: review.id,
      only: groupOf('decision', decision === null ? 'form' : 'rewritten'),
      preset: { what: 'task', owner: room.me },
      removable: true,
      ...(decision === null ? { along: taskAlong(task, plan) } : {}),
    },
  };
}

/** The task that a decision asks for. */
const taskAlong =
  (task: Id, plan: Id) =>
  (_: Id, { what, words, owner, due }: Values): Change[] => {
    if (what !== 'task' || typeof words !== 'string') return [];
    const fields: Record<string, Value> = {
      what: words.slice(0, 200),
      ...(words.length > 200 ? { note: words } : {}),
      owner: owner ?? null,
      due: due ?? null,
      about: plan,
      rule: 'by-hand',
    };
    const set = Object.entries(fields).map(([name, value]) => [name, { set: value }] as const);
    return [{ kind: 'task', record: task, fields: Object.fromEntries(set) }];
  };

/** @param line null: a new one */
export const funding = (commitment: Commitment, line: RecordView | null): Writing => ({
  record: line?.id ?? null,
  stamp: () => ({ commitment: commitment.record.id }),
  request: {
    title: t('plans.funding.add'),
    kind: 'funding',
    purpose: commitment.record.id,
    only: groupOf('funding', 'form'),
    preset: { state: 'pledged' },
    removable: true,
  },
});
