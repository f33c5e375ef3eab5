import type { CaseRow } from '@dayaq/vault/client';
import { areaLabel, codeLabel } from '../../fields/labels.ts';
import type { Room } from '../room.ts';
import { Marked } from '../../list/Marked.tsx';
import { type Badge, badgeOf, toldOf, violationsToShow } from './row-words.ts';
import { DangerLevel, dangerWords } from '../../look/DangerLevel.tsx';
import { Tag } from '../../look/Tag.tsx';

/** One case in the list: who, what, where, and the one thing about it that matters most now. */
export function CaseListRow({ room, row, search }: { room: Room; row: CaseRow; search: string }) {
  const { translator } = room;
  const { t } = translator;
  const title = row.alias || row.reference;
  const told = toldOf(row, search);
  const violations = violationsToShow(row.violations).map((code) =>
    codeLabel(translator, 'violation-types', code),
  );
  const where = row.area === '' ? '' : areaLabel(translator, row.area);
  const badge = badgeOf(row, room.today);
  const flags = [
    // Beside the danger both are said: one is not less because of the other.
    row.hours && badge.says === 'danger' && t('cases.list.hours'),
    row.restricted && t('cases.list.restricted'),
    row.closed ? t('cases.list.closedToYou') : row.waiting && t('cases.list.waiting'),
  ].filter((flag) => flag !== false);
  return (
    <>
      <span class="case-row-head">
        <span class="case-row-title">
          <Marked text={title} search={search} />
          {row.alias !== '' && (
            <>
              {' '}
              <small>
                <Marked text={row.reference} search={search} />
              </small>
            </>
          )}
        </span>
        {badge.says === 'danger' ? (
          // A name needs the room: for eyes the list says the level alone.
          <DangerLevel level={badge.level}>
            <span class="visually-hidden">{dangerWords(badge.level)}</span>
            <span aria-hidden="true">{room.translator.label('codes', 'risk-levels', badge.level)}</span>
          </DangerLevel>
        ) : (
          <Tag tone={badge.tone}>{badgeText(room, badge)}</Tag>
        )}
      </span>
      <span class="case-row-under">
        <span class="case-row-told">
          {told === '' ? violations.join(', ') : <Marked text={told} search={search} />}
        </span>
        <span class="case-row-where">
          {[where, ...(told === '' ? [] : violations), ...flags].filter(Boolean).join(' · ')}
        </span>
      </span>
    </>
  );
}

function badgeText({ translator: { t, label } }: Room, badge: Exclude<Badge, { says: 'danger' }>): string {
  switch (badge.says) {
    case 'conflict':
      return t('cases.list.conflict');
    case 'hours':
      return t('cases.list.hours');
    case 'overdue':
      return t('cases.list.overdue', { days: badge.days });
    case 'due-today':
      return t('cases.list.dueToday');
    case 'outcome':
      return label('codes', 'outcomes', badge.code);
    case 'status':
      return badge.code === '' ? t('cases.list.noStatus') : label('codes', 'statuses', badge.code);
  }
}
