import { fundingSums, groupOf, isFuzzyDate, isMoney, movementOf, spoken } from '@dayaq/domain';
import { leaving } from '@dayaq/domain/disclosure';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { codeLabel, fieldLabel, type Surroundings } from '../fields/index.ts';
import { sayDate } from '../fields/say-date.ts';
import { type Left, whatLeaves } from './counts-leaving.ts';
import { sumsText } from './funding-text.ts';
import { byUnit, type IndicatorView } from './indicators.ts';
import { MOVED, rangeText, unitOf, whomText } from './indicator-words.ts';
import { type Fact, Leaving } from './leaving.ts';
import { embargoWords, type SessionView, sessionsOf, signedWords, submitWords } from './sessions/sessions.ts';
import { speakerName } from './speaker.ts';
import { drawSeries, type SeriesPicture } from './series-picture.ts';
import type { Commitment, Framework, Said } from './use-framework.ts';

export interface SheetReading {
  id: string;
  /** Code of the list `voices`. */
  voice: string;
  who: string;
  rating: string;
  ratingWords: string;
  day: string;
  words: string;
  source: string;
}

/** Definitions of one unit, in one picture. */
export interface SheetSeries {
  picture: SeriesPicture | null;
  definitions: readonly {
    id: string;
    words: string;
    unit: string;
    moved: string;
    facts: readonly Fact[];
    rows: readonly { id: string; day: string; amount: string; whom: string; source: string }[];
    /** Numbers that are kept back, as they would tell of single people. */
    keptBack: number;
  }[];
}

export interface SheetIndicator {
  id: string;
  name: string;
  aspect: string;
  series: readonly SheetSeries[];
}

export interface SheetItem {
  id: string;
  /** Code of the list `commitment-types`. */
  what: string;
  number: string;
  name: string;
  /** For how many it stands; 0: for itself. */
  stands: number;
  text: readonly Fact[];
  annex: readonly Fact[];
  asked: readonly Fact[];
  said: readonly SheetReading[];
  indicators: readonly SheetIndicator[];
  money: readonly Fact[];
}

/**
 * A plan as it may leave the seal: words alone, with nothing in them that leads anywhere. Print, table and the view for a meeting
 * are made of this and of nothing else.
 */
export interface PlanSheet {
  name: string;
  facts: readonly Fact[];
  /** What is under embargo now, in words, for whatever carries the sheet; none where nothing is. */
  embargo: readonly string[];
  sessions: readonly { id: string; name: string; facts: readonly Fact[] }[];
  groups: readonly { id: string; name: string; goal: string; items: readonly SheetItem[] }[];
}

/** @param now ms, by which an embargo holds or is over */
export function planSheet(
  { root, groups, records }: Framework,
  around: Surroundings,
  now: number,
): PlanSheet {
  const head = new Leaving(root, around);
  const sessions = sessionsOf(records, now);
  return {
    name: head.name,
    facts: head.facts(groupOf('framework', 'facts')),
    embargo: sessions.flatMap((session) => {
      const until = embargoWords(session, around);
      const name = new Leaving(session.record, around).name;
      return until === ''
        ? []
        : [around.translator.t('plans.sessions.marked', { what: `${name} (${until})` })];
    }),
    sessions: sessions.map((session) => sessionOf(session, around)),
    groups: groups.map(({ theme, commitments }) => {
      const of = theme === null ? null : new Leaving(theme, around);
      return {
        id: theme?.id ?? '',
        name: of?.name ?? around.translator.t('plans.noTheme'),
        goal: of?.words('goal') ?? '',
        items: commitments.map((each) => itemOf(each, around)),
      };
    }),
  };
}

function sessionOf({ record, signings }: SessionView, around: Surroundings): PlanSheet['sessions'][number] {
  const of = new Leaving(record, around);
  const { translator } = around;
  const submit = submitWords(leaving('session', valuesOf(record)) as ReturnType<typeof valuesOf>, around);
  const signed = signedWords(
    translator,
    signings.map((each) => ({
      name: new Leaving(each, around).words('name'),
      signs: textIn(each, 'signs'),
    })),
  );
  return {
    id: record.id,
    name: of.name,
    facts: [
      ...(submit === '' ? [] : [{ name: fieldLabel(translator, 'session', 'submitBy'), words: submit }]),
      ...of.facts(groupOf('session', 'facts')),
      ...(signed === '' ? [] : [{ name: translator.t('plans.sessions.signedLabel'), words: signed }]),
    ],
  };
}

function itemOf({ record, values, said, indicators, funding }: Commitment, around: Surroundings): SheetItem {
  const of = new Leaving(record, around);
  const { count } = values;
  return {
    id: record.id,
    what: textIn(record, 'what'),
    number: of.words('number'),
    name: of.name,
    stands: typeof count === 'number' ? count : 0,
    text: of.facts(groupOf('commitment', 'body')),
    annex: of.facts(groupOf('commitment', 'annex')),
    asked: of.facts(groupOf('commitment', 'asked')),
    said: spoken(said).map(({ last }) => readingOf(last, around)),
    indicators: indicators.map((each) => indicatorOf(each, around)),
    money: moneyOf(funding, around),
  };
}

function readingOf(said: Said, around: Surroundings): SheetReading {
  const of = new Leaving(said.record, around);
  return {
    id: said.id,
    voice: said.voice,
    who: speakerName(around.translator, { voice: said.voice, who: of.words('who') }),
    rating: said.rating,
    ratingWords: of.words('rating'),
    day: of.words('date'),
    words: of.words('words'),
    source: of.words('source'),
  };
}

function indicatorOf({ record, sheets }: IndicatorView, around: Surroundings): SheetIndicator {
  const of = new Leaving(record, around);
  return {
    id: record.id,
    name: of.name,
    aspect: of.words('aspect'),
    series: byUnit(sheets).map((run) => {
      const leave = run.map((sheet) => ({ sheet, ...whatLeaves(sheet) }));
      return {
        picture: drawSeries(
          leave.map(({ sheet, shown, baseline }) => ({ ...sheet, measured: shown, baseline })),
        ),
        definitions: leave.map((each) => definitionOf(each, around)),
      };
    }),
  };
}

function definitionOf(
  { sheet, shown, baseline }: Left,
  around: Surroundings,
): SheetSeries['definitions'][number] {
  const { translator } = around;
  const of = new Leaving(sheet.record, around);
  const keptBack = sheet.measured.length - shown.length;
  return {
    id: sheet.id,
    words: of.words('definition'),
    unit: unitOf(around, sheet.record),
    moved: translator.t(MOVED[movementOf({ ...sheet, baseline }, shown)]),
    facts: [
      ...of.facts(['aim', 'method', 'since']),
      ...(baseline === null
        ? []
        : [
            {
              name: fieldLabel(translator, 'indicator-sheet', 'baselineLeast'),
              words: [
                rangeText(around, baseline),
                sayDate(translator, baseline.date),
                of.words('baselineSource'),
              ]
                .filter(Boolean)
                .join(', '),
            },
          ]),
      ...sheet.targets.map(({ amount, by }) => ({
        name: translator.t('plans.indicators.targetBy', { day: sayDate(translator, by) }),
        words: rangeText(around, { least: amount, most: amount }),
      })),
    ],
    rows: [...shown]
      .sort((a, b) => (a.date.day < b.date.day ? -1 : 1))
      .map((each) => ({
        id: each.id,
        day: sayDate(translator, each.date),
        amount: rangeText(around, each),
        whom: whomText(around, each.record),
        source: new Leaving(each.record, around).words('source'),
      })),
    keptBack,
  };
}

/** Sums by what became of the money, and by whom each was given as far as they may be named. */
function moneyOf(funding: readonly RecordView[], around: Surroundings): Fact[] {
  const { translator } = around;
  const lines = funding.map((record) => {
    const { state, amount, date } = leaving('funding', valuesOf(record));
    return {
      state: typeof state === 'string' ? state : '',
      amount: isMoney(amount) ? amount : null,
      donor: new Leaving(record, around).words('donor'),
      inKind: new Leaving(record, around).words('inKind'),
      day: isFuzzyDate(date) ? sayDate(translator, date) : '',
    };
  });
  return fundingSums(lines).map((each) => {
    const own = lines.filter(({ state }) => state === each.state);
    const from = [...new Set(own.map(({ donor }) => donor || translator.t('plans.funding.noDonor')))];
    const given = own.map(({ inKind }) => inKind).filter(Boolean);
    return {
      name: codeLabel(translator, 'funding-states', each.state),
      words: [sumsText(translator, each), ...given, from.join(', ')].filter(Boolean).join(' · '),
    };
  });
}
