import { useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Field, TextField } from '../look/Field.tsx';
import { choicesOf } from '../fields/index.ts';
import { NEEDS } from './closures.ts';
import { type Example, EXAMPLE_NAMES, EXAMPLES, exampleOf, readAges, TRAITS, type Who } from './who.ts';
import type { Words } from './words.ts';

interface Props {
  need: string;
  onNeed: (need: string) => void;
  who: Who;
  onWho: (who: Who) => void;
  /** A client's own reckoning stands instead of an example; null where no case was opened from. */
  client: { name: string; isChosen: boolean; onChoose: (isChosen: boolean) => void } | null;
  words: Words;
}

const OWN = 'own';
const CLIENT = 'client';

/** What is needed, and by whom: an example, somebody put together, or the client of a case. */
export function WhoControls({ need, onNeed, who, onWho, client, words }: Props) {
  const [isOwn, setOwn] = useState(false);
  const [ages, setAges] = useState<string | null>(null);
  const example = exampleOf(who);
  const isClient = client?.isChosen === true;
  const chosen = isClient ? CLIENT : isOwn || example === null ? OWN : example;
  const isBad = ages !== null && readAges(ages) === null;
  function choose(value: string): void {
    client?.onChoose(value === CLIENT);
    setOwn(value === OWN);
    setAges(null);
    if (value !== CLIENT && value !== OWN) onWho(EXAMPLES[value as Example]);
  }
  function toggle(trait: (typeof TRAITS)[number]): void {
    const has = who.groups.includes(trait);
    onWho({ ...who, groups: has ? who.groups.filter((group) => group !== trait) : [...who.groups, trait] });
  }
  return (
    <div class="stack no-print">
      <div class="coverage-controls">
        <Field label={t('coverage.reach.need')}>
          {(control) => (
            <select {...control} value={need} onChange={(event) => onNeed(event.currentTarget.value)}>
              {choicesOf(words.translator, 'services')
                .filter(({ code }) => NEEDS.includes(code))
                .map(({ code, label }) => (
                  <option key={code} value={code}>
                    {label}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <Field label={t('coverage.reach.who')}>
          {(control) => (
            <select {...control} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
              {client !== null && (
                <option value={CLIENT}>{t('coverage.reach.client', { name: client.name })}</option>
              )}
              {EXAMPLE_NAMES.map((name) => (
                <option key={name} value={name}>
                  {t(`coverage.who.${name}`)}
                </option>
              ))}
              <option value={OWN}>{t('coverage.who.own')}</option>
            </select>
          )}
        </Field>
      </div>
      {chosen === OWN && (
        <>
          <fieldset class="field">
            <legend>{t('coverage.reach.traits')}</legend>
            <div class="cluster">
              {TRAITS.map((trait) => (
                <button
                  key={trait}
                  type="button"
                  class="chip"
                  aria-pressed={who.groups.includes(trait)}
                  onClick={() => toggle(trait)}
                >
                  {words.code('admission-groups', trait)}
                </button>
              ))}
            </div>
          </fieldset>
          <div class="input-short">
            <TextField
              label={t('coverage.reach.sons')}
              hint={t('coverage.reach.sonsHint')}
              error={isBad ? t('coverage.reach.sonsBad') : undefined}
              value={ages ?? who.sons.join(', ')}
              max={60}
              exact
              onValue={(text) => {
                setAges(text);
                const sons = readAges(text);
                if (sons !== null) onWho({ ...who, sons });
              }}
            />
          </div>
        </>
      )}
    </div>
  );
}
