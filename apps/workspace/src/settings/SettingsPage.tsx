import { LANGUAGE_NAMES, LANGUAGES } from '@dayaq/locale';
import type { ComponentChildren } from 'preact';
import { language, setLanguage, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { Field } from '../look/Field.tsx';
import { Page } from '../look/Page.tsx';
import { CalendarButton, ReminderSettings } from '../reminders/index.ts';
import { autoLockMinutes, MINUTES, setAutoLock } from '../shell/auto-lock.ts';
import { spacesAreOpen } from '../spaces/open-spaces.ts';
import { ChangePassphrase } from './ChangePassphrase.tsx';
import { FindSpaces } from './FindSpaces.tsx';
import { install, installOffer, isInstalled } from './install.ts';
import { Keeping } from './Keeping.tsx';
import { ShowKit } from './ShowKit.tsx';
import { setTheme, THEMES, theme } from './theme.ts';
import { WipeDevice } from './WipeDevice.tsx';

/** What the next person who holds the device sees. */
const HAND_OVER = ['lock', 'leave', 'other', 'not'] as const;

export function SettingsPage() {
  return (
    <Page title={t('shell.settings')}>
      <div class="stack stack-loose">
        <Part id="organisations" title={t('spaces.menu.title')} text={t('spaces.further.text')}>
          <div class="buttons">
            <Button kind="plain" onClick={() => (spacesAreOpen.value = true)}>
              {t('spaces.further.open')}
            </Button>
          </div>
        </Part>
        <ChoiceGroup legend={t('settings.language')} two>
          {LANGUAGES.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="language"
              value={one}
              label={<span lang={one}>{LANGUAGE_NAMES[one]}</span>}
              checked={language.value === one}
              onChange={() => void setLanguage(one)}
            />
          ))}
        </ChoiceGroup>
        <ChoiceGroup legend={t('settings.theme')} two>
          {THEMES.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="theme"
              value={one}
              label={t(`settings.themes.${one}`)}
              checked={theme.value === one}
              onChange={() => setTheme(one)}
            />
          ))}
        </ChoiceGroup>
        <Field label={t('settings.autoLock.label')} hint={t('settings.autoLock.hint')}>
          {(control) => (
            <select
              {...control}
              class="input-short"
              value={autoLockMinutes.value}
              onChange={(event) => void setAutoLock(Number(event.currentTarget.value))}
            >
              {MINUTES.map((count) => (
                <option key={count} value={count}>
                  {t('settings.autoLock.minutes', { count })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Part id="export" title={t('export.title')} text={t('export.about')}>
          <div class="buttons">
            <Button kind="plain" href="/export">
              {t('export.open')}
            </Button>
          </div>
        </Part>
        <Part id="hand-over" title={t('settings.handOver.title')}>
          <ul class="stack stack-tight">
            {HAND_OVER.map((point) => (
              <li key={point}>{t(`settings.handOver.${point}`)}</li>
            ))}
          </ul>
        </Part>
        <Part id="passphrase" title={t('account.passphrase.label')}>
          <ChangePassphrase />
        </Part>
        <Part id="kit" title={t('settings.kit.title')} text={t('settings.kit.hint')}>
          <ShowKit />
        </Part>
        <Part id="reminders" title={t('reminders.push.title')} text={t('reminders.push.text')}>
          <p>{t('reminders.push.relay')}</p>
          <ReminderSettings />
        </Part>
        <Part id="calendar" title={t('reminders.calendar.heading')} text={t('reminders.calendar.text')}>
          <CalendarButton />
        </Part>
        <Part id="keeping" title={t('settings.keeping.title')}>
          <Keeping />
        </Part>
        <Part id="elsewhere" title={t('settings.elsewhere.title')} text={t('settings.elsewhere.text')}>
          <FindSpaces />
        </Part>
        <Part id="install" title={t('settings.install.title')} text={installText()}>
          {installOffer.value !== null && (
            <div class="buttons">
              <Button kind="plain" onClick={() => void install()}>
                {t('settings.install.act')}
              </Button>
            </div>
          )}
        </Part>
        <Part id="wipe" title={t('settings.wipe.heading')} text={t('settings.wipe.hint')}>
          <WipeDevice />
        </Part>
        <Part id="about" title={t('settings.about.title')} text={t('settings.about.text')}>
          <p>
            <a href="/protection">{t('settings.protection.title')}</a>
          </p>
          <p>{t('settings.about.unread')}</p>
          <p class="small muted">{t('settings.about.version', { version: import.meta.env.VITE_VERSION })}</p>
        </Part>
      </div>
    </Page>
  );
}

function installText(): string {
  if (isInstalled()) return t('settings.install.done');
  return installOffer.value === null ? t('settings.install.byHand') : t('settings.install.hint');
}

interface PartProps {
  id: string;
  title: string;
  text?: string;
  children: ComponentChildren;
}

function Part({ id, title, text, children }: PartProps) {
  return (
    <section class="stack stack-tight part" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {text && <p class="muted">{text}</p>}
      {children}
    </section>
  );
}
