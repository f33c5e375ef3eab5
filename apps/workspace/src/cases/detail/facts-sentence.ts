import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { codeOf, type FuzzyDate, fuzzyRange, isEmpty, referralStatus } from '@dayaq/domain';
import { formatList, type Language, type Translator } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { areaLabel, codeLabel, kindLabel, textsOf } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { dateIn } from './when.ts';

/** So many things that were done to somebody, or that they want, are named; how many more there are is said. */
const NAMED = 2;

/**
 * The facts of a case in one sentence: where the person is held, what was done to them and by whom, who depends on them, where they sleep
 * now, what they want, and how it ended. Only what the records say; of what is not known there is no word. Empty where the
 * records say other things than these.
 * @param records the case's, its root among them; deleted ones do not count
 */
export function factsSentence(
  records: readonly RecordView[],
  root: RecordView,
  translator: Translator,
): string {
  const { t } = translator;
  const live = records.filter((record) => !record.deleted);
  const heldAt = held(live, translator);
  const sleeps = lastShelter(live);
  const pieces = [
    heldAt,
    happened(live, root, translator),
    dependants(live, translator),
    sleeps === null ? '' : said(sleeps, translator),
    // Nobody is at two places: which of them is true is to be asked.
    heldAt !== '' && sleeps?.isThere === true ? t('cases.facts.twoPlaces') : '',
    wants(root, translator),
    ended(root, translator),
  ].filter((piece) => piece !== '');
  if (pieces.length === 0) return isBare(live, root) ? t('cases.facts.nothing') : '';
  const sentence = pieces.join('; ');
  return `${capital(translator.language, sentence)}.`;
}

/** What the program itself writes into a new case. */
const BY_ITSELF: readonly string[] = ['reference', 'opened', 'status', 'owner'];

/** Whether nothing stands there but the reference, and what the program writes beside it. */
function isBare(live: readonly RecordView[], root: RecordView): boolean {
  const said = Object.entries(valuesOf(root)).filter(
    ([name, value]) => !BY_ITSELF.includes(name) && !isEmpty(value),
  );
  return said.length === 0 && live.every(({ id, kind }) => id === root.id || kind === 'task');
}

function happened(live: readonly RecordView[], root: RecordView, translator: Translator): string {
  const violations = live.filter(({ kind }) => kind === 'violation').sort(byAge);
  const said = new Map<string, string>();
  for (const violation of violations) {
    const what = violationWord(translator, textIn(violation, 'type'));
    if (what !== '' && !said.has(what)) said.set(what, doers(violation, live, translator));
  }
  const threat = said.size === 0 ? threatened(live, translator) : '';
  const named = [...said].map(([what, by]) => {
    const small = within(translator.language, what);
    return by === '' ? small : `${small} (${by})`;
  });
  if (threat !== '') named.push(threat);
  const area = areaOf(root) || violations.map(areaOf).find((code) => code !== '') || '';
  const where = isSaid('answer', area) ? areaLabel(translator, area) : '';
  return [some(named, translator), where].filter((part) => part !== '').join(', ');
}

/** With what somebody was threatened: where acts were done, the threat stands in its own words beside them already. */
function threatened(live: readonly RecordView[], translator: Translator): string {
  const threats = live.filter(({ kind }) => kind === 'threat').sort(byAge);
  const codes = threats.flatMap((threat) => textsOf(threat.fields.type?.value));
  const types = [...new Set(codes)]
    .filter((code) => isSaid('threat-types', code))
    .map((code) => within(translator.language, codeLabel(translator, 'threat-types', code)));
  if (types.length === 0) return '';
  return within(translator.language, `${kindLabel(translator, 'threat')}: ${some(types, translator)}`);
}

/** The area in a value that is a place. */
function areaOf(record: RecordView): string {
  const value = record.fields.area?.value;
  const area =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value['area'] : undefined;
  return typeof area === 'string' ? area : '';
}

/** One whose code says "other" by the branch that it belongs to; "not known" is no fact. */
function violationWord(translator: Translator, code: string): string {
  const known = codeOf('violation-types', code);
  if (known === undefined) return code;
  if (known.special === 'other' && known.parent !== undefined)
    return codeLabel(translator, 'violation-types', known.parent);
  return known.special === undefined ? codeLabel(translator, 'violation-types', code) : '';
}

function doers(violation: RecordView, live: readonly RecordView[], translator: Translator): string {
  const ids = textsOf(violation.fields.perpetrators?.value);
  const types = live.filter(({ id, kind }) => kind === 'perpetrator' && ids.includes(id));
  const words = types
    .filter((doer) => isSaid('perpetrator-types', textIn(doer, 'type')))
    .map((doer) => {
      const type = codeLabel(translator, 'perpetrator-types', textIn(doer, 'type'));
      const unit = textIn(doer, 'unit').trim();
      return [within(translator.language, type), ...(unit === '' ? [] : [unit])].join(', ');
    });
  return formatList(translator.language, [...new Set(words)]);
}

/** Where the client is held now: what a record of it says, else the answer about the person. */
function held(live: readonly RecordView[], translator: Translator): string {
  const client = live.find(({ kind, fields }) => kind === 'person' && fields.role?.value === 'client');
  const records = live.filter(
    (record) => record.kind === 'detention' && ['', client?.id].includes(textIn(record, 'of')),
  );
  const places =
    records.length > 0
      ? records.filter(({ fields }) => isEmpty(fields.released?.value)).map((each) => textIn(each, 'where'))
      : client === undefined
        ? []
        : [textIn(client, 'detention')];
  const words = [...new Set(places)]
    .filter((code) => code !== 'free' && isSaid('detention-places', code))
    .map((code) => within(translator.language, codeLabel(translator, 'detention-places', code)));
  return formatList(translator.language, words);
}

function dependants(live: readonly RecordView[], { t }: Translator): string {
  const count = live.filter((r) => r.kind === 'person' && textIn(r, 'role') === 'dependant').length;
  return count === 0 ? '' : t('cases.facts.dependants', { count });
}

/** Answers after which nobody sleeps in a shelter. */
const IN_VAIN = ['refused', 'not-possible', 'no-contact', 'person-declined', 'waiting'];

/** One word about a shelter. Only of what goes on is it said that they are there. */
interface Word {
  day: FuzzyDate | null;
  /** They are there still; else it was found, on that day. */
  isThere: boolean;
}

/**
 * The last word about a shelter. That they are in one now follows from a stay that was begun and not ended, or a hand-over
 * that is in service: a shelter that was found once is said with its day, and never as where they are.
 */
function lastShelter(live: readonly RecordView[]): Word | null {
  const words = live.flatMap((record) => {
    const word = shelterWord(record);
    return word === undefined ? [] : [{ word, isStay: record.kind === 'stay', at: record.created.at }];
  });
  const stays = words.filter(({ isStay }) => isStay);
  const last = (stays.length > 0 ? stays : words).sort((a, b) => a.at - b.at).at(-1);
  const left = live.some(
    (record) =>
      record.kind === 'violation' &&
      textIn(record, 'type') === 'shelter-forced-out' &&
      record.created.at > (last?.at ?? 0),
  );
  return left ? null : (last?.word ?? null);
}

function said({ day, isThere }: Word, translator: Translator): string {
  const { t, language } = translator;
  const what = isThere
    ? t('cases.facts.shelter')
    : within(language, codeLabel(translator, 'response-types', 'shelter'));
  if (day === null) return what;
  const on = sayDate(translator, day);
  // Of a month or a year its word cannot be bent for "since".
  const isExact = day.day.length === 10 && day.about !== true;
  return isThere && isExact ? t('cases.facts.shelterSince', { day: on }) : `${what} (${on})`;
}

/** What a record says of a shelter; undefined where it says nothing, null where it says that a stay is over. */
function shelterWord(record: RecordView): Word | null | undefined {
  const dayOf = (field: string) => dateIn(record.fields[field]?.value);
  switch (record.kind) {
    case 'stay': {
      if (dayOf('in') === null) return undefined;
      const isOver = dayOf('out') !== null || textIn(record, 'ending') !== '';
      return isOver ? null : { day: dayOf('in'), isThere: true };
    }
    case 'response': {
      const done = dayOf('done');
      const isFound = textIn(record, 'type') === 'shelter' && !IN_VAIN.includes(textIn(record, 'result'));
      return isFound && done !== null ? { day: done, isThere: false } : undefined;
    }
    case 'referral': {
      if (textIn(record, 'need') !== 'shelter') return undefined;
      if (referralStatus(valuesOf(record)) !== 'in-service') return undefined;
      return { day: dayOf('inService'), isThere: true };
    }
    default:
      return undefined;
  }
}

function wants(root: RecordView, translator: Translator): string {
  const words = textsOf(root.fields.wants?.value)
    .filter((code) => isSaid('wants', code) && code !== 'not-sure')
    .map((code) => within(translator.language, codeLabel(translator, 'wants', code)));
  return words.length === 0 ? '' : translator.t('cases.facts.wants', { what: some(words, translator) });
}

function ended(root: RecordView, translator: Translator): string {
  if (textIn(root, 'status') !== 'closed') return '';
  const outcome = textIn(root, 'outcome');
  if (!isSaid('outcomes', outcome))
    return within(translator.language, codeLabel(translator, 'statuses', 'closed'));
  return translator.t('cases.facts.closed', {
    outcome: within(translator.language, codeLabel(translator, 'outcomes', outcome)),
  });
}

/** The first of them, and how many more there are. */
function some(words: readonly string[], { t, language }: Translator): string {
  const named = words.length === NAMED + 1 ? words : words.slice(0, NAMED);
  const rest = words.length - named.length;
  return rest === 0
    ? formatList(language, named)
    : t('cases.facts.more', { what: named.join(', '), count: String(rest) });
}

/** Whether a code says something: "not known", "prefers not to say" and "other (say)" do not. */
function isSaid(list: string, code: string): boolean {
  return code !== '' && codeOf(list, code)?.special === undefined;
}

function byAge(a: RecordView, b: RecordView): number {
  const day = (record: RecordView): string => {
    const date = dateIn(record.fields.date?.value);
    return date === null ? '' : fuzzyRange(date).from;
  };
  // The latest first; what nobody dated by when it was written down.
  return (
    (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0) || b.created.at - a.created.at || (a.id < b.id ? -1 : 1)
  );
}

/** A label in the middle of a sentence. Abbreviations stay as they are. */
export function within(language: Language, label: string): string {
  const [first = '', second = ''] = label;
  if (second !== '' && second !== second.toLowerCase()) return label;
  // Browsers without Azerbaijani would make "i" of "I", and two letters of "İ".
  const small = language === 'az' ? ({ I: 'ı', İ: 'i' }[first] ?? first.toLowerCase()) : first.toLowerCase();
  return small + label.slice(first.length);
}

function capital(language: Language, text: string): string {
  const first = [...text][0] ?? '';
  const large = language === 'az' && first === 'i' ? 'İ' : first.toUpperCase();
  return large + text.slice(first.length);
}
