import { formatDate, formatNumber } from '@dayaq/locale';
import { label, language, t } from '../../src/locale/index.ts';
import { Button } from '../../src/look/Button.tsx';
import { DangerLevel } from '../../src/look/DangerLevel.tsx';
import { Menu } from '../../src/look/Menu.tsx';
import { Row } from '../../src/look/Row.tsx';
import { Tabs } from '../../src/look/Tabs.tsx';
import { Tag } from '../../src/look/Tag.tsx';

const DAY = '2026-11-14';
const nothing = () => undefined;

export function Rows() {
  return (
    <div class="rows">
      <div class="row row-danger">
        <div>
          <p class="row-note">
            <DangerLevel level="critical" />
            <span class="row-who">
              Təranə <small>V62-VF5</small>
            </span>
          </p>
          <a class="row-title row-quote" href="#danger">
            {t('today.danger.quote', { words: 'Come home alone.' })}
          </a>
          <p class="small strong">{t('today.danger.yours', { until: '17:26' })}</p>
        </div>
        <div class="buttons">
          <Button small>{t('today.danger.take')}</Button>
        </div>
      </div>
      <div class="row row-danger row-taken">
        <div>
          <p class="row-note">
            <DangerLevel level="high" />
            <span class="row-who">
              Зарина <small>NY3-26J</small>
            </span>
          </p>
          <a class="row-title row-quote" href="#taken">
            {t('today.danger.quote', { words: 'I will burn the shop.' })}
          </a>
          <p class="small strong">{t('today.danger.takenByYou', { since: '09:40', until: '20:00' })}</p>
        </div>
        <div class="buttons">
          <Button small kind="plain">
            {t('safety.escalation.protected')}
          </Button>
        </div>
      </div>
      <Row
        href="#late"
        icon="file"
        title={label('codes', 'cost-states', 'paid')}
        note="B7M-3WK · 20 AZN"
        when={t('cases.list.overdue', { days: 2 })}
        late
      />
      <Row
        href="#plain"
        icon="money"
        title={label('codes', 'cost-states', 'asked')}
        note="Təranə · V62-VF5"
      />
      <Row
        href="#menu"
        icon="today"
        title={t('cases.add.task')}
        note={
          <>
            <span>Xəyal · CS9-KFK</span>
            <Tag tone="w">{t('today.nobody')}</Tag>
          </>
        }
        when={formatDate(language.value, DAY, 'short')}
        menu={
          <Menu
            label={t('today.acts', { what: '' })}
            as="dots"
            items={[{ text: t('today.done'), onChoose: nothing }]}
          />
        }
      />
    </div>
  );
}

export function Sides() {
  return (
    <Tabs
      label={t('cases.parts.label')}
      tabs={[
        { href: '#story', title: t('cases.parts.story'), here: true, count: 9 },
        { href: '#help', title: t('cases.parts.help'), here: false, count: 4 },
        { href: '#safety', title: t('safety.title'), here: false },
        { href: '#papers', title: t('cases.parts.papersAndMatters'), here: false, count: 5 },
      ]}
    />
  );
}

export function Table() {
  const amount = (value: number) => formatNumber(language.value, value);
  const rows = [
    ['Haven', 500, 529],
    ['Nur', 1200, 494],
  ] as const;
  return (
    <table>
      <thead>
        <tr>
          <th>{t('costs.title')}</th>
          <th class="number">{t('costs.sum.promised')}</th>
          <th class="number">{t('costs.sum.paid')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, given, spent]) => (
          <tr key={name}>
            <td>{name}</td>
            <td class="number">{amount(given)}</td>
            <td class={spent > given ? 'number late' : 'number'}>{amount(spent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Timeline() {
  const moments = [
    ['timeline-next', 'cases.add.task'],
    ['', 'cases.add.response'],
    ['timeline-plain', 'cases.add.note'],
    ['timeline-harm', 'cases.add.violation'],
  ] as const;
  return (
    <ol class="timeline">
      {moments.map(([look, what]) => (
        <li key={what} class={look}>
          <time>{formatDate(language.value, DAY, 'long')}</time>
          <p class="strong">{t(what)}</p>
        </li>
      ))}
    </ol>
  );
}
