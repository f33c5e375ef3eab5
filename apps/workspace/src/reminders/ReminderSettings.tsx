import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice } from '../look/Choice.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { announce } from '../look/live.tsx';
import { say, useQuery, useVault } from '../vault/session.ts';
import { keepWords } from './notification-words.ts';
import { type PushState, pushState, turnOff, turnOn } from './push-device.ts';

/** Turns being woken on and off for this device; off until somebody asks for it. */
export function ReminderSettings() {
  const vault = useVault();
  const state = useSignal<PushState | undefined>(undefined);
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const look = (): Promise<void> =>
    pushState().then(
      (now) => void (state.value = now),
      () => void (state.value = 'unsupported'),
    );
  useEffect(() => void look(), []);

  const act = async (work: () => Promise<void>): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    problem.value = undefined;
    await work();
    await look();
    busy.value = false;
  };
  const start = (): Promise<void> =>
    act(async () => {
      const turned = await turnOn(vault);
      if (turned.ok) {
        await keepWords({ title: t('reminders.notification'), language: language.value });
        announce(t('reminders.push.isOn'));
      } else if (turned.why === 'failure') problem.value = say(turned.failure);
      else problem.value = t(`reminders.push.${turned.why}`);
    });
  const stop = (): Promise<void> =>
    act(async () => {
      await turnOff(vault);
      announce(t('reminders.push.isOff'));
    });

  if (state.value === undefined) return null;
  if (state.value === 'unsupported') return <p>{t('reminders.push.unsupported')}</p>;
  if (state.value === 'blocked') return <p>{t('reminders.push.blocked')}</p>;
  const isOn = state.value === 'on';
  return (
    <div class="stack stack-tight">
      <p class="strong">{isOn ? t('reminders.push.isOn') : t('reminders.push.isOff')}</p>
      {isOn && <OwnTasks />}
      <FieldError text={problem.value} />
      <div class="buttons">
        <Button kind="plain" busy={busy.value} onClick={() => void (isOn ? stop() : start())}>
          {isOn ? t('reminders.push.turnOff') : t('reminders.push.turnOn')}
        </Button>
      </div>
    </div>
  );
}

function OwnTasks() {
  const vault = useVault();
  const { data: wanted, again } = useQuery((asked) => asked.preference('remind-tasks'), [], []);
  return (
    <Choice
      type="checkbox"
      label={t('reminders.push.tasks')}
      hint={t('reminders.push.tasksHint')}
      checked={wanted === true}
      onChange={(checked) => void vault.remindOfTasks(checked).then(again)}
    />
  );
}
