import { PACKS } from '@dayaq/domain';
import type { Signal } from '@preact/signals';
import { label, t } from '../locale/index.ts';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { TextField } from '../look/Field.tsx';

const COUNTRIES = Object.keys(PACKS);

export interface Founding {
  organisation: Signal<string>;
  name: Signal<string>;
  country: Signal<string>;
}

/** What a new organisation is asked. `tried`: the form was sent, so say what is missing. */
export function FoundingFields({ founding, tried }: { founding: Founding; tried: boolean }) {
  const { organisation, name, country } = founding;
  return (
    <>
      <TextField
        label={t('account.begin.organisation')}
        hint={t('account.begin.organisationHint')}
        value={organisation.value}
        onValue={(text) => (organisation.value = text)}
        error={tried && organisation.value.trim() === '' ? t('account.begin.organisationMissing') : undefined}
        max={120}
        autoFocus
      />
      <TextField
        label={t('account.name.label')}
        hint={t('account.name.hint')}
        value={name.value}
        onValue={(text) => (name.value = text)}
        error={tried && name.value.trim() === '' ? t('account.name.missing') : undefined}
        max={60}
      />
      <ChoiceGroup legend={t('account.begin.country')} hint={t('account.begin.countryHint')} two>
        {COUNTRIES.map((code) => (
          <Choice
            key={code}
            type="radio"
            name="country"
            value={code}
            label={label('packs', 'countries', code)}
            checked={country.value === code}
            onChange={() => (country.value = code)}
          />
        ))}
      </ChoiceGroup>
    </>
  );
}
