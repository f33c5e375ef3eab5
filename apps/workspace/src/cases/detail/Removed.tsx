import { kindOf } from '@dayaq/domain';
import { dayOf } from '@dayaq/locale';
import { kindLabel } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { memberName } from '../room.ts';
import { useOpenCase } from './open-case.ts';

/** So many of them, the latest first; history tells of all. */
const MOST = 50;

/** What was taken out of the case: that it was there, by whom it was taken out and when, and nothing of it. */
export function Removed() {
  const open = useOpenCase();
  const { dossier, root, translator } = open;
  // What goes on in another case was not taken out.
  if (typeof root.fields['joinedInto']?.value === 'string') return null;
  const removed = dossier.records
    .filter(({ kind, deleted, destroyed, id }) => {
      const isTold = kindOf(kind)?.story !== undefined || kind === 'person';
      return deleted && destroyed === undefined && id !== dossier.id && isTold;
    })
    .sort((a, b) => b.updated.at - a.updated.at);
  if (removed.length === 0) return null;
  return (
    <details>
      <summary>{translator.t('erasure.removed', { count: removed.length })}</summary>
      <ul class="muted small">
        {removed.slice(0, MOST).map((record) => (
          <li key={record.id}>
            {[
              kindLabel(translator, record.kind),
              memberName(open, record.updated.by),
              sayDate(translator, { day: dayOf(record.updated.at) }),
            ].join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
