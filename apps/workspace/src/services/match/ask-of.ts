import { excludedIn, type PlainRecord, type Seeker, seekerOf } from '@dayaq/domain';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function areaIn(record: PlainRecord | undefined): string {
  const place = record?.fields.area;
  const area = typeof place === 'object' && place !== null && 'area' in place ? text(place.area) : '';
  return area === 'unknown' || area === 'prefers-not' ? '' : area;
}

/** Codes of the papers that a person has at hand; undefined where nobody asked about any. */
function papersOf(records: readonly PlainRecord[], person: string): string[] | undefined {
  const asked = records.filter(
    (record) =>
      record.kind === 'document-need' &&
      !record.deleted &&
      (text(record.fields.of) === '' || record.fields.of === person),
  );
  if (asked.length === 0) return undefined;
  return asked
    .filter((record) => record.fields.state === 'has')
    .map((record) => text(record.fields.document))
    .filter((document) => document !== '');
}

/**
 * Who looks for help, from the records of a case.
 * @param person id of the `person` record for whom it is
 * @param year the calendar year of the question
 */
export function seekerIn(records: readonly PlainRecord[], person: string, year: number): Seeker {
  const live = records.filter((record) => !record.deleted);
  const one = live.find((record) => record.id === person && record.kind === 'person');
  const children = live.filter(
    (record) => record.kind === 'person' && record.id !== person && record.fields.role === 'dependant',
  );
  const papers = papersOf(records, person);
  return seekerOf(
    one ?? { fields: {} },
    children,
    {
      area: areaIn(live.find((record) => record.kind === 'case')),
      ...(papers === undefined ? {} : { papers }),
      excludedProviders: one === undefined ? [] : excludedIn(one).ids,
    },
    year,
  );
}
