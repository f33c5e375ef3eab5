import type { DossierRow, Id } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { Button } from '../look/Button.tsx';
import { Icon, type IconName } from '../look/Icon.tsx';
import { SpaceTag } from '../spaces/SpaceTag.tsx';
import { sayDate } from '../fields/say-date.ts';
import { translator } from '../locale/index.ts';
import type { OpenAndEnded } from './use-open-and-ended.ts';

interface Props {
  /** Of the heading. */
  id: string;
  words: { title: string; add?: string; most: string; ended: string };
  list: OpenAndEnded;
  row: (row: DossierRow, room: Room | null) => ComponentChildren;
  /** What a new one is taken down with; absent where they only come from others. */
  dialog?: (room: Room, onClose: () => void) => ComponentChildren;
  /** Id of the one that is open; where it is an ended one, the ended ones are unfolded. */
  open: Id | null;
}

/** What waits to be settled, below it what was; and the way to take down another. */
export function OpenAndEndedList({ id, words, list, row, dialog, open }: Props) {
  const room = useRoom();
  const [writing, setWriting] = useState(false);
  const mayWrite = dialog !== undefined && room !== null && room.role !== 'viewer';
  if (list.open.length + list.ended.length === 0 && !mayWrite) return null;
  return (
    <section aria-labelledby={id}>
      <div class="inbox-part spread">
        <h2 class="inbox-title" id={id}>
          {words.title} {list.open.length > 0 && <span class="muted">{list.open.length}</span>}
        </h2>
        {mayWrite && (
          <Button kind="plain" small onClick={() => setWriting(true)}>
            {words.add}
          </Button>
        )}
      </div>
      <ul class="list">{list.open.map((each) => row(each, room))}</ul>
      {list.more && <p class="inbox-part muted small">{words.most}</p>}
      {list.ended.length > 0 && (
        <details class="inbox-part" open={list.ended.some((each) => each.id === open)}>
          <summary>{words.ended}</summary>
          <ul class="list">{list.ended.map((each) => row(each, room))}</ul>
        </details>
      )}
      {writing && room !== null && dialog?.(room, () => setWriting(false))}
    </section>
  );
}

interface RowProps {
  row: DossierRow;
  open: Id | null;
  icon: IconName;
  /** It still waits: its title is strong. */
  waits: boolean;
  title: string;
  tag: ComponentChildren;
  /** Empty ones are left out. */
  notes: readonly string[];
}

export function OpenAndEndedRow({ row, open, icon, waits, title, tag, notes }: RowProps) {
  return (
    <li>
      <a
        class="list-item inbox-row"
        href={`/inbox/${row.id}`}
        aria-current={row.id === open ? 'page' : undefined}
      >
        <Icon name={icon} />
        <span>
          <span class={waits ? 'strong' : undefined}>{title}</span>
          {tag}
          <span class="list-note">
            <SpaceTag space={row.space} /> {notes.filter(Boolean).join(' · ')}
          </span>
        </span>
        <span class="row-when">{sayDate(translator.value, { day: row.day })}</span>
      </a>
    </li>
  );
}
