import { useState } from 'preact/hooks';
import { label, t } from '../../src/locale/index.ts';
import { Choice, ChoiceGroup } from '../../src/look/Choice.tsx';
import { Field, TextField } from '../../src/look/Field.tsx';

const nothing = () => undefined;

export function Fields() {
  const [name, setName] = useState('Nigar');
  return (
    <form class="stack" style={{ inlineSize: '100%' }}>
      <TextField
        label={t('account.name.label')}
        hint={t('account.name.hint')}
        value={name}
        onValue={setName}
      />
      <TextField
        label={t('account.name.label')}
        error={t('account.name.missing')}
        value=""
        onValue={nothing}
      />
      <TextField label={t('account.name.label')} max={3} value="Nigar" onValue={nothing} />
      <Field label={label('kinds', 'case', 'facets', 'status')}>
        {(control) => (
          <select {...control}>
            <option>{label('codes', 'statuses', 'new')}</option>
          </select>
        )}
      </Field>
      <Field label={label('kinds', 'note', 'one')}>
        {(control) => <textarea {...control} value={t('cases.conflict.explain')} onInput={nothing} />}
      </Field>
    </form>
  );
}

export function Questions() {
  return (
    <form class="stack" style={{ inlineSize: '100%' }}>
      <ChoiceGroup legend={t('cases.restrict.title')} hint={t('cases.list.emptyHint')}>
        <Choice type="radio" name="who" label={t('cases.restrict.everyone')} checked onChange={nothing} />
        <Choice
          type="radio"
          name="who"
          label={t('cases.restrict.named')}
          checked={false}
          onChange={nothing}
        />
      </ChoiceGroup>
      <ChoiceGroup legend={t('fields.days.other')} chips>
        <Choice type="radio" name="when" label={t('fields.days.today')} checked={false} onChange={nothing} />
        <Choice type="radio" name="when" label={t('fields.days.yesterday')} checked onChange={nothing} />
        <Choice
          type="radio"
          name="when"
          label={t('fields.days.this-month')}
          checked={false}
          onChange={nothing}
        />
      </ChoiceGroup>
      <ChoiceGroup legend={t('cases.restrict.members')} error={t('cases.restrict.alone')} two>
        <Choice type="checkbox" label="Nigar" checked onChange={nothing} />
        <Choice type="checkbox" label="Samir" checked={false} onChange={nothing} />
        <Choice
          type="checkbox"
          label="Leyla"
          hint={t('cases.restrict.you')}
          checked
          disabled
          onChange={nothing}
        />
      </ChoiceGroup>
    </form>
  );
}
