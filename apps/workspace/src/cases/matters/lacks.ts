import type { Change, FieldOp, Id, ListedRecord } from '@dayaq/vault/client';
import { matterState } from '@dayaq/acts/matter/matters';

/** From so many cases on, a document that is lacking is more than somebody's bad luck. */
const BARRIER = 3;

/** A document that is lacking in many cases. */
export interface Lack {
  /** Code of the list `documents`. */
  document: string;
  /** Open cases in which somebody lacks it, each once, in the order of their ids. */
  cases: readonly Id[];
  /** How often each cause (list `lack-causes`) was named, the most frequent first; an empty one: nobody asked yet. */
  causes: readonly { cause: string; count: number }[];
  /** The open matter that gathers such cases, where there is one. */
  matter: { record: Id; dossier: Id } | null;
  /** Of these cases, those that it does not gather yet. */
  missing: readonly Id[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Documents that are lacking in many cases, the most frequent first.
 * Cases that are restricted stay out: a matter that names them would show them to others.
 * @param today YYYY-MM-DD
 */
export function lacksOf(
  needs: readonly ListedRecord[],
  matters: readonly ListedRecord[],
  today: string,
): Lack[] {
  const found = new Map<string, { cases: Set<Id>; causes: Map<string, number> }>();
  for (const { kind, fields, dossier, restricted, case: mention } of needs) {
    const document = text(fields.document);
    if (kind !== 'document-need' || document === '' || document === 'other' || fields.state === 'has')
      continue;
    if (restricted || mention === null || mention.status === 'closed') continue;
    const lack = found.get(document) ?? { cases: new Set(), causes: new Map() };
    found.set(document, lack);
    lack.cases.add(dossier);
    const cause = text(fields.cause);
    lack.causes.set(cause, (lack.causes.get(cause) ?? 0) + 1);
  }
  return [...found]
    .filter(([, { cases }]) => cases.size >= BARRIER)
    .map(([document, { cases, causes }]) => {
      const matter = gathering(document, matters, today);
      const gathered = new Set(Array.isArray(matter?.fields.cases) ? matter.fields.cases : []);
      const ids = [...cases].sort();
      return {
        document,
        cases: ids,
        causes: [...causes]
          .map(([cause, count]) => ({ cause, count }))
          .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1)),
        matter: matter === undefined ? null : { record: matter.record, dossier: matter.dossier },
        missing: ids.filter((id) => !gathered.has(id)),
      };
    })
    .sort((a, b) => b.cases.length - a.cases.length || (a.document < b.document ? -1 : 1));
}

/** The oldest open matter about a document; two that were begun apart stand both, and the older one grows. */
function gathering(
  document: string,
  matters: readonly ListedRecord[],
  today: string,
): ListedRecord | undefined {
  return matters
    .filter(
      ({ fields, restricted }) =>
        !restricted &&
        fields.type === 'advocacy' &&
        fields.document === document &&
        matterState(fields, today) !== 'closed',
    )
    .sort((a, b) => a.created.at - b.created.at || (a.record < b.record ? -1 : 1))[0];
}

/** One act that gathers all cases with the same lack: a set, so that two people who do it apart lose nothing. */
export function gatherAll(
  { document, cases, missing, matter }: Lack,
  { me, today, record }: { me: Id; today: string; record: Id },
): { dossier: Id; changes: Change[] } | null {
  const add = (ids: readonly Id[]): FieldOp => ({ add: [...ids], del: [] });
  if (matter !== null)
    return {
      dossier: matter.dossier,
      changes: [{ kind: 'matter', record: matter.record, fields: { cases: add(missing) } }],
    };
  const [first] = cases;
  if (first === undefined) return null;
  const fields: Record<string, FieldOp> = {
    type: { set: 'advocacy' },
    barrier: { set: document === 'residence-record' ? 'registration-demanded' : 'papers-demanded' },
    document: { set: document },
    filed: { set: { day: today } },
    owner: { set: me },
    cases: add(cases),
  };
  return { dossier: first, changes: [{ kind: 'matter', record, fields }] };
}
