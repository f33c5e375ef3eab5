import type { Activity, ActivityFile, ActivityIndicator, Amount, Narrative, Value } from './activity.ts';
import { type Element, element, xmlDocument } from './xml.ts';

/** A file of activities by the schema of IATI 2.03: its elements stand in the schema's order. */
export function writeActivities(file: ActivityFile): string {
  return xmlDocument(
    element(
      'iati-activities',
      { version: '2.03', 'generated-datetime': atMidnight(file.day) },
      file.activities.map((each) => activityElement(each, file)),
    ),
  );
}

/** No time of day leaves. */
const atMidnight = (day: string): string => `${day}T00:00:00Z`;

const narratives = (words: readonly Narrative[]): Element[] =>
  words.map(({ language, text }) => element('narrative', { 'xml:lang': language }, text));
const told = (name: string, words: readonly Narrative[], attributes: Element['attributes'] = {}): Element =>
  element(name, attributes, narratives(words));
/** Nothing where there is nothing to tell. */
const toldIfAny = (name: string, words: readonly Narrative[]): Element[] =>
  words.length === 0 ? [] : [told(name, words)];
const onDay = (name: string, day: string): Element => element(name, { 'iso-date': day });
const valueElement = ({ amount, currency }: Value, day: string): Element =>
  element('value', { currency, 'value-date': day }, amount);

function activityElement(
  activity: Activity,
  { language, reporter }: Pick<ActivityFile, 'language' | 'reporter'>,
): Element {
  return element(
    'iati-activity',
    {
      'xml:lang': language,
      'last-updated-datetime': atMidnight(activity.updated),
      hierarchy: String(activity.hierarchy),
    },
    [
      element('iati-identifier', {}, activity.identifier),
      // Others' activities are told, so it is not the first to tell of them.
      told('reporting-org', [{ language: null, text: reporter.name }], {
        ref: reporter.identifier,
        type: reporter.type,
        'secondary-reporter': '1',
      }),
      told('title', activity.title),
      ...activity.descriptions.map(({ type, words }) => told('description', words, { type })),
      ...activity.participants.map(({ role, words }) => told('participating-org', words, { role })),
      element('activity-status', { code: activity.status }),
      ...activity.dates.map(({ type, day, words }) =>
        told('activity-date', words, { type, 'iso-date': day }),
      ),
      element('recipient-country', { code: activity.country }),
      ...(activity.sector === null ? [] : [element('sector', { vocabulary: '1', code: activity.sector })]),
      ...activity.budgets.map((each) =>
        element('budget', { type: '1', status: each.status }, [
          onDay('period-start', each.start),
          onDay('period-end', each.end),
          valueElement(each, each.start),
        ]),
      ),
      ...activity.transactions.map((each) =>
        element('transaction', {}, [
          element('transaction-type', { code: each.type }),
          onDay('transaction-date', each.day),
          valueElement(each, each.day),
          ...toldIfAny('description', each.words),
          ...toldIfAny('provider-org', each.provider),
        ]),
      ),
      ...activity.related.map(({ as, identifier }) =>
        element('related-activity', { ref: identifier, type: as === 'parent' ? '1' : '2' }),
      ),
      ...activity.results.map(({ type, title, indicators }) =>
        element('result', { type, 'aggregation-status': '0' }, [
          told('title', title),
          ...indicators.map(indicatorElement),
        ]),
      ),
    ],
  );
}

const bool = (value: boolean): string => (value ? '1' : '0');

function indicatorElement(indicator: ActivityIndicator): Element {
  const { measure, ascending, title, description, baseline, periods } = indicator;
  return element('indicator', { measure, ascending: bool(ascending), 'aggregation-status': '0' }, [
    told('title', title),
    ...toldIfAny('description', description),
    ...(baseline === null
      ? []
      : [amountElement('baseline', baseline, { 'iso-date': baseline.day, year: baseline.year })]),
    ...periods.map(({ start, end, targets, actuals }) =>
      element('period', {}, [
        onDay('period-start', start),
        onDay('period-end', end),
        ...targets.map((each) => amountElement('target', each)),
        ...actuals.map((each) => amountElement('actual', each)),
      ]),
    ),
  ]);
}

const amountElement = (name: string, amount: Amount, attributes: Element['attributes'] = {}): Element =>
  element(name, { ...attributes, value: amount.value }, [
    ...amount.dimensions.map((each) => element('dimension', { name: each.name, value: each.value })),
    ...toldIfAny('comment', amount.comment),
  ]);
