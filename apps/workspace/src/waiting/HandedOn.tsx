import type { Id } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import { t } from '../locale/index.ts';
import { usePeople } from '../spaces/people.ts';
import { account, nameOfSpace, useQuery } from '../vault/session.ts';
import { HANDED_MOST, handedTo } from './handed.ts';
import { HandedLine } from './HandedLine.tsx';

/** Words that colleagues could not put into a case themselves, handed on to whoever has this device. */
export function HandedOn({ space }: { space: Id }) {
  const { data } = useQuery(
    (vault) => vault.records({ kinds: ['handed'], after: null, limit: HANDED_MOST }, space),
    [space],
    ['handed'],
  );
  const people = usePeople([space]);
  // What was put away stays in sight until one leaves: it may be the only copy of somebody's words.
  const putAway = useSignal<ReadonlySet<string>>(new Set());
  const waits = handedTo(account.value ?? '');
  const mine = (data?.records ?? []).filter((one) => waits(one) || putAway.value.has(one.record));
  const note = (record: string, isAway: boolean): void => {
    const next = new Set(putAway.value);
    if (isAway) next.add(record);
    else next.delete(record);
    putAway.value = next;
  };
  if (mine.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby={`handed-on-${space}`}>
      <h2 class="kicker" id={`handed-on-${space}`}>
        {[t('shell.waiting.handed.title'), nameOfSpace(space)].filter(Boolean).join(' · ')}
      </h2>
      <ul class="rows">
        {mine.map((record) => (
          <li key={record.record}>
            <HandedLine
              record={record}
              isAway={putAway.value.has(record.record)}
              onAway={(isAway) => note(record.record, isAway)}
              space={space}
              name={people.nameOf(space, record.created.by)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
