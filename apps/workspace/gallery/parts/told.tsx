import { formatNumber } from '@dayaq/locale';
import { language, t } from '../../src/locale/index.ts';
import { Button } from '../../src/look/Button.tsx';
import { DangerLevel, LEVELS } from '../../src/look/DangerLevel.tsx';
import { Empty } from '../../src/look/Empty.tsx';
import { Icon } from '../../src/look/Icon.tsx';
import { Notice } from '../../src/look/Notice.tsx';
import { Progress } from '../../src/look/Progress.tsx';
import { Tag } from '../../src/look/Tag.tsx';
import { Toast } from '../../src/look/Toast.tsx';

const nothing = () => undefined;

export function Labels() {
  return (
    <div class="cluster">
      <Tag>{t('cases.list.noStatus')}</Tag>
      <Tag icon="lock">{t('cases.list.restricted')}</Tag>
      <Tag tone="a">{t('matters.contacts.waiting')}</Tag>
      <Tag tone="o" icon="check">
        {t('papers.goal.reached')}
      </Tag>
      <Tag tone="w" icon="clock">
        {t('cases.list.overdue', { days: 2 })}
      </Tag>
      <Tag tone="w">{t('cases.list.conflict')}</Tag>
      <Tag tone="d" icon="warning">
        {t('safety.threats.notActed')}
      </Tag>
      <Button kind="link" class="two-versions">
        {t('cases.conflict.mark')}
      </Button>
    </div>
  );
}

export function Danger() {
  return (
    <div class="cluster">
      {LEVELS.map((level) => (
        <DangerLevel key={level} level={level} />
      ))}
    </div>
  );
}

export function Notices() {
  return (
    <>
      <Notice>
        <p class="strong">{t('shell.notReady.title')}</p>
        <p>{t('shell.notReady.text')}</p>
      </Notice>
      <Notice tone="w">
        <p>{t('cases.conflict.banner', { count: 2 })}</p>
        <Button kind="plain">{t('cases.conflict.choose')}</Button>
      </Notice>
      <Notice tone="o">
        <p>{t('cases.conflict.settled')}</p>
      </Notice>
      <Notice tone="d">
        <p>{t('intake.now.high', { name: 'Leyla Q.' })}</p>
      </Notice>
      <div class="state-line">
        <p>
          <span class="dot dot-o" aria-hidden="true" />
          <span>{t('shell.state.newVersion')}</span>
        </p>
        <Button kind="link">{t('shell.state.startNewVersion')}</Button>
      </div>
      <div class="state-line">
        <p>
          <span class="dot dot-w" aria-hidden="true" />
          <span>{t('shell.state.removed')}</span>
        </p>
      </div>
    </>
  );
}

export function Progresses() {
  const number = (value: number) => formatNumber(language.value, value);
  return (
    <>
      <Progress label={t('shell.firstFetch.label')} done={148} total={296} />
      <p>{t('shell.firstFetch.text', { done: number(148), total: number(296) })}</p>
      <Progress label={t('files.add.readingPhoto')} />
    </>
  );
}

export function EmptyPage() {
  return (
    <Empty icon="cases" title={t('cases.list.empty')}>
      <p class="muted">{t('cases.list.emptyHint')}</p>
      <Button>
        <Icon name="plus" />
        {t('cases.list.start')}
      </Button>
    </Empty>
  );
}

export function Toasts() {
  return (
    <>
      <Toast text={t('cases.undo.broughtBack')} onUndo={nothing} onClose={nothing} />
      <div class="live">
        <span class="live-text">{t('cases.conflict.settled')}</span>
      </div>
    </>
  );
}
