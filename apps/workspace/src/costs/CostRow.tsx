import { formatDate } from '@dayaq/locale';
import type { ComponentChildren } from 'preact';
import { memberName, type Room } from '../cases/room.ts';
import { codeLabel } from '../fields/index.ts';
import { Notice } from '../look/Notice.tsx';
import { Tag } from '../look/Tag.tsx';
import type { CostLine } from './cost-lines.ts';
import { momentOf, moneyOf, textOf } from '@dayaq/acts/cost/cost-records';
import { apartWords, purposeWords, sayMoney, spentWords, TONES } from './cost-words.ts';
import { clockIn } from '../services/clock.ts';

interface Props {
  room: Room;
  line: CostLine;
  /** Name of its fund, or empty. */
  fund: string;
  /** Its state stands beside it: where the heading does not say it. */
  showsState?: boolean;
  children?: ComponentChildren;
}

/** One cost among those of all cases: what for, how much, in which case, who asked. */
export function CostRow({ room, line, fund, showsState, children }: Props) {
  const { translator } = room;
  const { t, language } = translator;
  const { record, amount, state, apart } = line;
  const tone = TONES[state];
  const second = moneyOf(record, 'secondAmount');
  const nameOf = (account: string) => memberName(room, account);
  const askedBy = textOf(record, 'askedBy');
  const askedAt = momentOf(record, 'askedAt');
  const asked = askedAt === null ? '' : clockIn(room.country, askedAt).day;
  const spent = spentWords({ translator, nameOf }, record);
  const day = (of: string) => <span>{formatDate(language, of, 'short')}</span>;
  return (
    <li class="cost-line">
      <div class="cost-head">
        <span class="cost-title">{purposeWords(translator, record)}</span>
        <span class="cost-amount">
          {amount !== null && sayMoney(translator, amount)}
          {second !== null && <small class="muted">{sayMoney(translator, second)}</small>}
        </span>
      </div>
      {textOf(record, 'words') !== '' && <p>{textOf(record, 'words')}</p>}
      {spent !== '' && <p class="small">{spent}</p>}
      <p class="cost-line-where">
        {showsState === true && (
          <>
            <Tag {...(tone === undefined ? {} : { tone })}>{codeLabel(translator, 'cost-states', state)}</Tag>
            {line.day !== asked && day(line.day)}
          </>
        )}
        {line.case !== null && (
          <a href={`/cases/${line.dossier}/costs`}>
            {[line.case.alias, line.case.reference].filter(Boolean).join(' · ')}
          </a>
        )}
        {/* Each day stands beside what was done on it. */}
        {askedBy !== '' && <span>{t('costs.page.asks', { name: nameOf(askedBy) })}</span>}
        {asked !== '' && day(asked)}
        {fund !== '' && <span>{fund}</span>}
        {record.holder !== undefined && <span>{t('costs.heldBy', { name: nameOf(record.holder) })}</span>}
      </p>
      {apart.length > 1 && showsState !== true && (
        <Notice tone="w">
          <p>
            {record.conflict === true
              ? t('costs.apart.text', { decisions: apartWords(translator, apart, nameOf) })
              : t('costs.apart.agreed', { names: apart.map(({ by }) => nameOf(by)).join(', ') })}
          </p>
        </Notice>
      )}
      {children}
    </li>
  );
}
