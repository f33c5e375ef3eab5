import { formatNumber } from '@dayaq/locale';
import type { TaskRow } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import { label, language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Notice } from '../look/Notice.tsx';
import { currentSpaceId, status, useQuery } from '../vault/session.ts';
import { calendarEntries } from './calendar-entries.ts';
import { calendarFile } from './calendar-file.ts';

const MOST = 500;

/** Saves the days of one's own tasks as a calendar file, neutral unless one chooses otherwise. */
export function CalendarButton() {
  const open = useSignal(false);
  const close = (): void => {
    open.value = false;
  };
  return (
    <>
      <div class="buttons">
        <Button kind="plain" onClick={() => (open.value = true)}>
          {t('reminders.calendar.start')}
        </Button>
      </div>
      <Dialog open={open.value} title={t('reminders.calendar.title')} onClose={close}>
        <CalendarForm onDone={close} />
      </Dialog>
    </>
  );
}

function CalendarForm({ onDone }: { onDone: () => void }) {
  const withWords = useSignal(false);
  const owner = status.value.account;
  const { data: tasks } = useQuery(
    (vault) => vault.tasks({ owner, until: null, limit: MOST }),
    [owner, currentSpaceId()],
    ['task', 'case'],
  );
  const dated = tasks?.filter(({ due }) => due !== '') ?? [];
  if (tasks === undefined) return null;
  if (dated.length === 0) return <p>{t('reminders.calendar.none')}</p>;

  const titleOf = ({ what, rule }: TaskRow): string =>
    withWords.value
      ? what || (rule === '' ? t('reminders.calendar.neutral') : label('codes', 'task-rules', rule))
      : t('reminders.calendar.neutral');
  const save = async (): Promise<void> => {
    saveFile(calendarFile(await calendarEntries(dated, titleOf), Date.now()));
    onDone();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>{t('reminders.calendar.count', { count: formatNumber(language.value, dated.length) })}</p>
      <ChoiceGroup legend={t('reminders.calendar.says')}>
        <Choice
          type="radio"
          name="calendar-words"
          label={t('reminders.calendar.onlyNeutral', { word: t('reminders.calendar.neutral') })}
          checked={!withWords.value}
          onChange={() => (withWords.value = false)}
        />
        <Choice
          type="radio"
          name="calendar-words"
          label={t('reminders.calendar.withWords')}
          checked={withWords.value}
          onChange={() => (withWords.value = true)}
        />
      </ChoiceGroup>
      {withWords.value && (
        <Notice tone="w" role="status">
          <p>{t('reminders.calendar.warning')}</p>
        </Notice>
      )}
      <div class="buttons">
        <Button type="submit">{t('reminders.calendar.save')}</Button>
        <Button kind="plain" onClick={onDone}>
          {t('people.cancel')}
        </Button>
      </div>
    </form>
  );
}

function saveFile(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'notes.ics';
  link.click();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
