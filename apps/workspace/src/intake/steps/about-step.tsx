import { textsOf } from '@dayaq/acts/changes-between';
import { groupOf } from '@dayaq/domain';
import { choicesOf, fieldLabel } from '../../fields/labels.ts';
import { CheckRows, RadioRows } from '../../fields/inputs/choice-rows.tsx';
import { FieldFrame, FieldGroup } from '../../look/FieldFrame.tsx';
import { readCode, readText } from '../../fields/read-value.ts';
import { toggled } from '../../fields/toggled.ts';
import { type Fields, withoutChild } from '@dayaq/acts/intake/draft';
import type { StepProps } from '../room.ts';
import { StepForm } from './step-form.tsx';
import { TextInput } from '../../fields/inputs/text-inputs.tsx';
import { Button } from '../../look/Button.tsx';

/** The communities somebody belongs to, and who depends on them. All of it can wait. */
export function AboutStep(props: StepProps) {
  const { room, draft, put } = props;
  const { t } = room.translator;
  const populations = textsOf(draft.client['populations']);
  const choices = choicesOf(room.translator, 'populations');
  const countable = choices.filter((choice) => populations.includes(choice.code));
  const putClient = (part: Fields) => put({ client: { ...draft.client, ...part } });
  return (
    <>
      <FieldGroup
        id="intake-populations"
        label={t('intake.about.populations')}
        hint={t('intake.about.populationsHint')}
      >
        <CheckRows
          name="intake-populations"
          columns
          choices={choices}
          chosen={populations}
          onToggle={(code, on) => {
            const next = toggled(populations, code, on);
            const countedAs = readCode(draft.client['countedAs']);
            putClient({
              populations: next,
              countedAs: countedAs !== null && next.includes(countedAs) ? countedAs : null,
            });
          }}
        />
      </FieldGroup>
      {populations.includes('other') && (
        <StepForm
          {...props}
          kind="person"
          values={draft.client}
          only={['populationsOther']}
          onChange={(client) => put({ client })}
        />
      )}
      {populations.length > 1 && (
        <FieldGroup
          id="intake-counted"
          label={t('intake.about.countedAs')}
          hint={t('intake.about.countedAsHint')}
        >
          <RadioRows
            name="intake-counted"
            choices={countable}
            chosen={readCode(draft.client['countedAs'])}
            onChoose={(countedAs) => putClient({ countedAs })}
          />
        </FieldGroup>
      )}
      {groupOf('person', 'intake').map((field) => (
        <details class="intake-more" key={field}>
          <summary>
            {t('intake.about.ifWanted', { what: fieldLabel(room.translator, 'person', field) })}
          </summary>
          <StepForm
            {...props}
            kind="person"
            values={draft.client}
            only={[field]}
            onChange={(client) => put({ client })}
          />
        </details>
      ))}
      <Children {...props} />
    </>
  );
}

function Children({ room, draft, put }: StepProps) {
  const { t } = room.translator;
  const change = (index: number, part: Fields) =>
    put({ children: draft.children.map((child, at) => (at === index ? { ...child, ...part } : child)) });
  return (
    <section class="stack stack-tight" aria-labelledby="intake-children">
      <h3 id="intake-children" class="field-label">
        {t('intake.about.children')}
      </h3>
      {draft.children.map((child, index) => {
        const id = `intake-child-${index}`;
        return (
          // The children have no ids yet and are only ever added at the end or taken out one by one.
          <div class="intake-child" key={id}>
            <TextInput
              id={`${id}-name`}
              label={t('intake.about.childName', { number: index + 1 })}
              translator={room.translator}
              value={readText(child['alias'])}
              max={80}
              isLong={false}
              onChange={(alias) => change(index, { alias })}
            />
            <FieldFrame id={`${id}-age`} label={t('intake.who.age')}>
              <select
                id={`${id}-age`}
                value={readText(child['ageBand'])}
                onChange={(event) => change(index, { ageBand: event.currentTarget.value || null })}
              >
                <option value="">{t('fields.notAnswered')}</option>
                {choicesOf(room.translator, 'age-bands').map((choice) => (
                  <option key={choice.code} value={choice.code}>
                    {choice.label}
                  </option>
                ))}
              </select>
            </FieldFrame>
            <Button kind="quiet" onClick={() => put(withoutChild(draft, index))}>
              {t('intake.about.removeChild')}
            </Button>
          </div>
        );
      })}
      <div>
        <Button kind="plain" onClick={() => put({ children: [...draft.children, { relation: 'child' }] })}>
          {t('intake.about.addChild')}
        </Button>
      </div>
    </section>
  );
}
