import { NOTICE_LIMITS } from '@dayaq/domain';
import { LANGUAGE_NAMES } from '@dayaq/locale';
import { t } from '../../locale/index.ts';
import { TextField } from '../../look/Field.tsx';
import { type DoorForm, OFFERED } from './door-form.ts';

/** To whom visitors can turn about one of us: named before anybody has to ask. */
export function OutsideFields({ typed, put }: { typed: DoorForm; put: (part: DoorForm) => void }) {
  const text = (name: string): string => {
    const value = typed[name];
    return typeof value === 'string' ? value : '';
  };
  return (
    <fieldset class="stack stack-tight">
      <legend>{t('letters.outside.title')}</legend>
      <p class="muted">{t('letters.outside.hint')}</p>
      <TextField
        label={t('letters.outside.name')}
        value={text('outside name')}
        max={NOTICE_LIMITS.outside}
        onValue={(name) => put({ 'outside name': name })}
      />
      <TextField
        label={t('letters.outside.reach')}
        hint={t('letters.outside.reachHint')}
        value={text('outside reach')}
        max={NOTICE_LIMITS.reach}
        onValue={(reach) => put({ 'outside reach': reach })}
      />
      <TextField
        label={t('letters.outside.days')}
        exact
        value={text('outside days')}
        onValue={(days) => put({ 'outside days': days })}
      />
      {OFFERED.map((language) => (
        <TextField
          key={language}
          label={t('letters.outside.otherwise', { language: LANGUAGE_NAMES[language] })}
          value={text(`otherwise ${language}`)}
          max={NOTICE_LIMITS.otherwise}
          onValue={(words) => put({ [`otherwise ${language}`]: words })}
        />
      ))}
    </fieldset>
  );
}
