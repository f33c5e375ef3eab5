import type { PairFact, Told } from '@dayaq/acts/pair-facts';
import { pairFacts } from '@dayaq/acts/pair-facts';
import { valuesOf } from '@dayaq/acts/record-values';
import type { AlikeEnd, LikelyPair, RecordView } from '@dayaq/vault/client';
import type { Room } from '../cases/room.ts';
import { fieldLabel, valueText } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Notice } from '../look/Notice.tsx';
import { Tag } from '../look/Tag.tsx';
import { useQuery } from '../vault/session.ts';

/** What two cases say of the person beside each other, and where they differ. */
export function PairFacts({ room, pair }: { room: Room; pair: LikelyPair }) {
  const { one, other } = pair;
  const views = useQuery(
    async (vault) => [await vault.dossier(one.dossier), await vault.dossier(other.dossier)] as const,
    [one.dossier, other.dossier],
    ['case', 'person', 'violation'],
  ).data;
  if (views === undefined) return null;
  const [left, right] = views;
  if (!left.ok || !right.ok)
    return (
      <Notice tone="w">
        <p>{t('alike.compare.closed', { name: left.ok ? other.name : one.name })}</p>
      </Notice>
    );
  const rows = pairFacts(
    { view: left.value, person: one.record },
    { view: right.value, person: other.record },
  );
  const records = [...left.value.records, ...right.value.records];
  return (
    <div class="table-scroll">
      <table>
        <caption class="visually-hidden">{t('alike.compare.title')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{called(one)}</th>
            <th scope="col">{called(other)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.kind} ${row.field}`} room={room} records={records} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const called = ({ name, case: { reference } }: AlikeEnd): string =>
  name === reference ? name : `${name} · ${reference}`;

function Row({ room, records, row }: { room: Room; records: readonly RecordView[]; row: PairFact }) {
  const { translator, members, country } = room;
  const { kind, field, differs } = row;
  const words = (told: readonly Told[]): string =>
    told
      .map(({ record, value }) =>
        valueText({ translator, members, country, records, kind, field, value, values: valuesOf(record) }),
      )
      .filter(Boolean)
      .join('; ');
  const say = (told: readonly Told[]) =>
    words(told) || <span class="muted">{t('alike.compare.unsaid')}</span>;
  return (
    <tr>
      <th scope="row">
        {fieldLabel(translator, kind, field)} {differs && <Tag tone="w">{t('alike.compare.differs')}</Tag>}
      </th>
      <td class={differs ? 'strong' : undefined}>{say(row.one)}</td>
      <td class={differs ? 'strong' : undefined}>{say(row.other)}</td>
    </tr>
  );
}
