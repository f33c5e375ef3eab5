import type { AdmissionGroup } from '@dayaq/domain';
import { useMemo } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import { Rows } from '../../list/Rows.tsx';
import { t } from '../../locale/index.ts';
import type { ClockTime } from '../clock.ts';
import type { Listed } from '../directory.ts';
import { ServiceRow } from './ServiceRow.tsx';

interface Props {
  room: Room;
  lines: readonly Listed[];
  /** What they were searched by: another search begins at the top. */
  search: string;
  group: AdmissionGroup | '';
  /** The service or provider that stands beside the list. */
  open: string | null;
  now: ClockTime;
  /** Tells the list to take the focus, e.g. after arrow down in the search field; counts up. */
  enter: number;
}

export const addressOf = ({ id, provider }: Pick<Listed, 'id' | 'provider'>): string =>
  id === provider ? `/services/${provider}` : `/services/${provider}/${id}`;

/** The lines of the directory. */
export function ServiceRows({ room, lines, search, group, open, now, enter }: Props) {
  const list = useMemo(
    () => ({
      search,
      count: lines.length,
      more: false,
      at: (index: number) => lines[index],
      placeOf: (id: string) => lines.findIndex((line) => line.id === id),
    }),
    [lines, search],
  );
  return (
    <Rows
      list={list}
      class="service-rows"
      label={t('services.list.label')}
      addressOf={addressOf}
      content={(line) => <ServiceRow room={room} line={line} search={search} group={group} now={now} />}
      open={open}
      enter={enter}
    />
  );
}
