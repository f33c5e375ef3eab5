import type { Translator } from '@dayaq/locale';
import type { Id } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice } from './choice-rows.tsx';
import { FieldGroup, type FrameText } from './field-frame.tsx';

/** Milliseconds without a key before it is looked for. */
const PAUSE = 150;

interface Props extends FrameText {
  translator: Translator;
  nameOf: (id: Id) => string | undefined;
  find: (words: string) => Promise<Choice[]>;
  value: readonly Id[];
  onChange: (value: Id[]) => void;
}

/** What a record leads to: by name, each to be taken out, and more to be found. What has no name here stays as it is. */
export function LinkInput({ translator, nameOf, find, value, onChange, ...frame }: Props) {
  const { t } = translator;
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly Choice[] | null>(null);
  const chosen = useRef(new Map<Id, string>());
  useEffect(() => {
    const wanted = words.trim();
    if (wanted === '') {
      setFound(null);
      return undefined;
    }
    let gone = false;
    const timer = setTimeout(() => {
      void find(wanted).then((choices) => {
        if (!gone) setFound(choices);
      });
    }, PAUSE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [words]);

  const named = value.flatMap((id) => {
    const name = nameOf(id) ?? chosen.current.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
  const fresh = (found ?? []).filter(({ code }) => !value.includes(code));
  return (
    <FieldGroup {...frame}>
      <ul class="link-rows">
        {named.map(({ id, name }) => (
          <li key={id} class="spread">
            <span>{name}</span>
            <button
              type="button"
              class="button button-plain button-small"
              aria-label={t('fields.link.drop', { what: name })}
              onClick={() => onChange(value.filter((each) => each !== id))}
            >
              {t('fields.link.dropShort')}
            </button>
          </li>
        ))}
      </ul>
      <input
        id={frame.id}
        type="search"
        autocomplete="off"
        aria-label={t('fields.searchIn', { list: frame.label })}
        placeholder={t('fields.search')}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <p class="small muted" role="status">
        {found !== null && fresh.length === 0 ? t('fields.nothingFound') : ''}
      </p>
      <ul class="link-rows">
        {fresh.map(({ code, label, hint }) => (
          <li key={code}>
            <button
              type="button"
              class="button button-plain"
              onClick={() => {
                chosen.current.set(code, label);
                setWords('');
                onChange([...value, code]);
              }}
            >
              {t('fields.link.add', { what: label })} {hint && <small class="muted">{hint}</small>}
            </button>
          </li>
        ))}
      </ul>
    </FieldGroup>
  );
}
