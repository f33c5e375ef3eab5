import { clientOf } from '@dayaq/acts/client';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { codeOf, type CountryPack, type FuzzyDate, fuzzyRange, isEmpty, referralStatus } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { textsOf } from '../../fields/index.ts';
import { dateIn } from '../detail/when.ts';
import { papersStand } from '../papers/papers.ts';
import { answersWant, MEETS_NOBODY } from './want-responses.ts';

/**
 * What has come of a need: nothing yet, something is planned, something goes on, something was done, or what was tried did not
 * help.
 */
export type NeedState = 'none' | 'planned' | 'going' | 'done' | 'tried';

export interface Need {
  /** Code of the list `wants`. */
  want: string;
  state: NeedState;
  /** Records that are meant for it: responses, referrals, courses, matters, stays. */
  by: readonly RecordView[];
}

/** A response that is planned or was done, with the days that matter. */
export interface Planned {
  record: RecordView;
  /** Day until which it was to be done. */
  planned: FuzzyDate | null;
  done: FuzzyDate | null;
  overdue: boolean;
}

export interface Plan {
  needs: readonly Need[];
  /** Still to be done, nearest first; undated ones last. */
  ahead: readonly Planned[];
  /** Latest first. */
  done: readonly Planned[];
}

/** Results after which the need stands as before. */
const IN_VAIN = ['refused', 'not-possible', 'no-contact', 'person-declined'];

/**
 * Records of what the case wants and does, as needs and as a line of acts.
 * @param today YYYY-MM-DD
 * @param pack the country's, whose checklists say which documents a goal takes
 */
export function planOf(
  records: readonly RecordView[],
  root: RecordView,
  today: string,
  pack?: CountryPack,
): Plan {
  const responses = records.filter((record) => record.kind === 'response' && !record.deleted);
  const acts = responses.map((record) => asPlanned(record, today));
  return {
    needs: wantsOf(records, root).map((want) => needOf(want, records, pack)),
    ahead: acts.filter(isAhead).sort((a, b) => compareDays(a.planned, b.planned) || byAge(a, b)),
    done: acts.filter((act) => !isAhead(act)).sort((a, b) => compareDays(b.done, a.done) || byAge(b, a)),
  };
}

/** Wants that call for something, in the order in which they were said; a pause in treatment is a need unsaid. */
export function wantsOf(records: readonly RecordView[], root: RecordView): string[] {
  const said = textsOf(root.fields.wants?.value).filter((want) => {
    const special = codeOf('wants', want)?.special;
    return !MEETS_NOBODY.includes(want) && (special === undefined || special === 'other');
  });
  const client = clientOf(records);
  const paused =
    client !== undefined && ['artStatus', 'ostStatus'].some((f) => textIn(client, f) === 'interrupted');
  return paused && !said.includes('treatment') ? [...said, 'treatment'] : said;
}

function needOf(want: string, records: readonly RecordView[], pack: CountryPack | undefined): Need {
  const by = records.filter((record) => !record.deleted && answersWant(record, want));
  const states = by.map((record) => stateOf(record, want));
  const state =
    (['done', 'going', 'planned', 'tried'] as const).find((each) => states.includes(each)) ?? 'none';
  // Something done about documents is no document: the need is met when they are in hand.
  const papers = want === 'documents' ? papersStand(records, pack) : null;
  if (papers === null) return { want, state, by };
  if (papers !== 'none') return { want, state: papers, by };
  return { want, state: state === 'done' ? 'planned' : state, by };
}

/** How a stay ends after which they have no safe place. */
const PUT_OUT = ['refused', 'put-out', 'left-unsafe', 'rules', 'closed', 'time-over', 'back-to-danger'];
/** How a course or a job ends after which there is none. */
const CUT_OFF = ['dropped-out', 'shut-out', 'not-begun'];

function stateOf(record: RecordView, want: string): Exclude<NeedState, 'none'> {
  const result = textIn(record, 'result');
  const has = (field: string): boolean => !isEmpty(record.fields[field]?.value);
  if (record.kind === 'path') {
    const outcome = textIn(record, 'outcome');
    if (CUT_OFF.includes(outcome)) return 'tried';
    return outcome === 'finished' || has('ended') ? 'done' : 'going';
  }
  if (record.kind === 'stay') {
    const ending = textIn(record, 'ending');
    if (PUT_OUT.includes(ending)) return 'tried';
    if (ending !== '' || has('out')) return 'done';
    return has('in') ? 'going' : 'planned';
  }
  if (record.kind === 'matter') {
    if (result === '' && !has('closed')) return has('filed') ? 'going' : 'planned';
    // Legal help was given whatever the office answered; what was asked of the office may still be wanting.
    return want === 'legal-advice' || ['remedy', 'remedy-partly'].includes(result) ? 'done' : 'tried';
  }
  if (record.kind === 'referral') {
    const status = referralStatus(valuesOf(record));
    if (status === 'declined' || status === 'revoked') return 'tried';
    if (status !== 'done') return 'planned';
    return IN_VAIN.includes(result) ? 'tried' : 'done';
  }
  if (IN_VAIN.includes(result)) return 'tried';
  if (result === 'waiting') return 'planned';
  return isEmpty(record.fields.done?.value) && !isEmpty(record.fields.planned?.value) && result === ''
    ? 'planned'
    : 'done';
}

function asPlanned(record: RecordView, today: string): Planned {
  const planned = dateIn(record.fields.planned?.value);
  const done = dateIn(record.fields.done?.value);
  const act = { record, planned, done, overdue: false };
  return { ...act, overdue: isAhead(act) && planned !== null && fuzzyRange(planned).to < today };
}

/** Nothing has come of it yet. */
const OPEN_RESULTS = ['', 'waiting'];

/** With no day on which it was done, and nothing come of it; a response with no day at all was written down as done. */
function isAhead({ record, planned, done }: Planned): boolean {
  return done === null && planned !== null && OPEN_RESULTS.includes(textIn(record, 'result'));
}

const NEVER = '9999-12-31';

function compareDays(a: FuzzyDate | null, b: FuzzyDate | null): number {
  const [left, right] = [a, b].map((date) => (date === null ? NEVER : fuzzyRange(date).to));
  return left === right ? 0 : (left ?? NEVER) < (right ?? NEVER) ? -1 : 1;
}

function byAge(a: Planned, b: Planned): number {
  return a.record.created.at - b.record.created.at || (a.record.id < b.record.id ? -1 : 1);
}
