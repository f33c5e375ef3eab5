import type { Translator } from '@dayaq/locale';
import type { Id } from '@dayaq/vault/client';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../look/Button.tsx';
import type { Choice } from './choice-rows.tsx';

/** Milliseconds without a key before it is looked for. */
const PAUSE = 150;
/** Fewer letters mean too many. */
const LEAST = 3;

interface Props {
  translator: Translator;
  /** What was typed as the name. */
  text: string;
  /** Whom it is known to mean. */
  held: Id | null;
  nameOf: (id: Id) => string | undefined;
  find: (words: string) => Promise<Choice[]>;
  onChoose: (choice: Choice) => void;
  onDrop: () => void;
}

/** Below a name: whom of those that are known it may mean, in whatever script, or whom it was said to mean. */
export function NamedAs({ translator, text, held, nameOf, find, onChoose, onDrop }: Props) {
  const { t } = translator;
  const [found, setFound] = useState<readonly Choice[]>([]);
  const [chosen, setChosen] = useState<Choice | null>(null);
  const wanted = held === null ? text.trim() : '';
  useEffect(() => {
    setFound([]);
    if (wanted.length < LEAST) return undefined;
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
  }, [wanted]);
  if (held !== null) {
    const name = nameOf(held) ?? (chosen?.code === held ? chosen.label : undefined);
    return name === undefined ? null : (
      <p class="spread small" role="status">
        <span>{t('fields.named.is', { name })}</span>
        <Button kind="plain" small onClick={onDrop}>
          {t('fields.named.not')}
        </Button>
      </p>
    );
  }
  return (
    <div role="status" class="stack stack-tight">
      {found.length > 0 && (
        <>
          <p class="small muted">{t('fields.named.ask')}</p>
          <div class="cluster">
            {found.map((choice) => (
              <Button
                key={choice.code}
                kind="plain"
                small
                label={t('fields.named.choose', { name: choice.label })}
                onClick={() => {
                  setChosen(choice);
                  onChoose(choice);
                }}
              >
                {choice.label}
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
