import { addDays, LONG_LATE } from '@dayaq/domain';
import type { DangerRow, Id, TaskRow } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Chip, Segment } from '../look/Chip.tsx';
import type { People } from '../spaces/people.ts';
import type { Scope } from '../spaces/scope.ts';
import type { Reader } from './task-words.ts';
import { TaskPages } from './TaskPages.tsx';
import type { Acting } from './use-acting.tsx';
import type { Loads } from './use-loads.ts';
import { CHOICES, chosenWhose, ownerOf, type Whose } from './whose.ts';

interface Props {
  /** YYYY-MM-DD */
  today: string;
  dangers: readonly DangerRow[];
  /** What is counted in hours, and stands above. */
  hours: readonly TaskRow[];
  loads: Loads;
  /** Somebody whose tasks alone are looked at, chosen among who holds what. */
  person: { account: Id; name: string; leave: () => void } | null;
  /** Where nothing was chosen yet. */
  first: Whose;
  scope: Scope;
  me: Id;
  people: People;
  acting: Acting;
  readerIn: (space: Id) => Reader;
}

/** What is to be done: one's own first, then what is nobody's, then everybody's. */
export function Tasks({ today, dangers, hours, loads, person, first, ...rest }: Props) {
  const whose = chosenWhose.value ?? first;
  const owner = person === null ? ownerOf(whose, rest.me) : person.account;
  const { open, long } = loads.of(owner);
  const longAgo = addDays(today, -LONG_LATE);
  const above = new Set([
    ...dangers.flatMap(({ escalation, about }) => [escalation.danger.record, about.record]),
    ...hours.map(({ about }) => about),
  ]);
  const dangerous = new Set(dangers.map(({ dossier }) => dossier));
  const pages = { above, dangerous, ...rest };
  const count = (wanted: Whose): number => loads.of(ownerOf(wanted, rest.me)).open;
  return (
    <section class="stack" aria-labelledby="today-tasks">
      <div class="spread">
        <h2 id="today-tasks">
          {person === null ? t(`today.list.${whose}`) : person.name}
          {open > 0 && <span class="count"> {open}</span>}
        </h2>
        {person === null ? (
          <Segment<Whose>
            label={t('today.whose.label')}
            options={CHOICES.map((value) => ({
              value,
              text: [t(`today.whose.${value}`), value === 'nobody' && count(value) > 0 ? count(value) : '']
                .join(' ')
                .trim(),
            }))}
            value={whose}
            onChange={(value) => (chosenWhose.value = value)}
          />
        ) : (
          <Chip chosen goes onClick={person.leave}>
            {t('today.whose.only', { name: person.name })}
          </Chip>
        )}
      </div>
      {open === 0 && <p class="muted">{t('today.emptyList')}</p>}
      <TaskPages
        key={`recent ${owner}`}
        query={{ owner, until: null, from: longAgo }}
        total={open - long}
        {...pages}
      />
      {long > 0 && (
        <LongLate key={`long ${owner}`} count={long} opened={open === long}>
          <TaskPages query={{ owner, until: addDays(longAgo, -1) }} total={long} {...pages} />
        </LongLate>
      )}
    </section>
  );
}

/** What has been late for so long that it no longer says what to do first: one press away, and never hidden. */
function LongLate({
  count,
  opened,
  children,
}: {
  count: number;
  opened: boolean;
  children: ComponentChildren;
}) {
  const [open, setOpen] = useState(opened);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('today.longLate', { count })}</summary>
      {open && <div class="stack">{children}</div>}
    </details>
  );
}
