import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { TextField } from '../look/Field.tsx';
import { Icon } from '../look/Icon.tsx';
import { QrCode } from '../look/QrCode.tsx';
import { useVault } from '../vault/session.ts';
import { KIT_KEPT } from './kit-kept.ts';
import { isKitWord } from './kit-word.ts';
import { Outside } from './Outside.tsx';

/** Which words are asked for, counted from 1. */
const ASKED = [4, 9] as const;

/** The kit after coming in: shown, then checked with the words out of sight. */
export function KitSteps({ words, onDone }: { words: readonly string[]; onDone: () => void }) {
  const checking = useSignal(false);
  return checking.value ? (
    <Outside title={t('account.kit.checkTitle')} lead={t('account.kit.checkLead')}>
      <KitCheck words={words} onDone={onDone} onBack={() => (checking.value = false)} />
    </Outside>
  ) : (
    <Outside title={t('account.kit.title')} lead={t('account.kit.lead')}>
      <KitSheet words={words} />
      <Button wide onClick={() => (checking.value = true)}>
        {t('account.kit.have')}
      </Button>
    </Outside>
  );
}

/** The number of each word in the list, once the Worker has said them. */
function useNumbers(words: readonly string[]): readonly number[] {
  const vault = useVault();
  const numbers = useSignal<readonly number[]>([]);
  useEffect(() => void vault.kitNumbers(words).then((found) => (numbers.value = found)), [words]);
  return numbers.value;
}

/** The words with their numbers, and their QR code, on screen and for paper. */
export function KitSheet({ words }: { words: readonly string[] }) {
  const numbers = useNumbers(words);
  return (
    <div class="stack">
      <div class="kit">
        <ol class="kit-words" lang="en">
          {words.map((word, index) => (
            <li key={index}>
              <span class="kit-word">
                <span>{word}</span>
                <span class="kit-number">{numbers[index] ?? ''}</span>
              </span>
            </li>
          ))}
        </ol>
        <p class="small kit-hint">{t('account.kit.numbers')}</p>
        <QrCode text={words.join(' ')} label={t('account.kit.qr')} />
      </div>
      <div class="kit-paper print-only">
        <h2>{t('account.kit.paperTitle')}</h2>
        <p>{t('account.kit.paperWhat')}</p>
        <p>{t('account.kit.paperWhere')}</p>
        <p>{t('account.kit.paperPassphrase')}</p>
        <p>{t('account.kit.paperAddress', { address: location.origin })}</p>
      </div>
      <div class="buttons">
        <Button kind="plain" onClick={() => print()}>
          <Icon name="print" />
          {t('account.kit.print')}
        </Button>
        <Button kind="plain" onClick={() => saveAsFile(words, numbers)}>
          <Icon name="save" />
          {t('account.kit.save')}
        </Button>
      </div>
      <p class="small muted no-print">{t('account.kit.keep')}</p>
    </div>
  );
}

/** A plain text file, for who has no printer. Where it then lies is its owner's care; the page says so. */
function saveAsFile(words: readonly string[], numbers: readonly number[]): void {
  const lines = [
    t('account.kit.paperWhat'),
    '',
    ...words.map((word, index) => `${index + 1}. ${word}  (${numbers[index] ?? ''})`),
    '',
    t('account.kit.numbers'),
    t('account.kit.paperPassphrase'),
    t('account.kit.paperAddress', { address: location.origin }),
    '',
  ];
  const address = URL.createObjectURL(new Blob([lines.join('\n')], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'notes.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

interface CheckProps {
  words: readonly string[];
  onDone: () => void;
  onBack: () => void;
}

/** Two of the words, typed from paper: the only way to know that they are there. */
function KitCheck({ words, onDone, onBack }: CheckProps) {
  const vault = useVault();
  const numbers = useNumbers(words);
  const first = useSignal('');
  const second = useSignal('');
  const tried = useSignal(false);
  const typed = [first, second];
  const wrong = (index: number): boolean => {
    const place = (ASKED[index] ?? 1) - 1;
    return !isKitWord(typed[index]?.value ?? '', words[place] ?? '', numbers[place] ?? 0);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        tried.value = true;
        if (wrong(0) || wrong(1)) return;
        void vault.setPreference(KIT_KEPT, true);
        onDone();
      }}
    >
      {ASKED.map((number, index) => (
        <TextField
          key={number}
          label={t('account.kit.word', { number })}
          value={typed[index]?.value ?? ''}
          onValue={(text) => {
            const field = typed[index];
            if (field !== undefined) field.value = text;
            tried.value = false;
          }}
          error={tried.value && wrong(index) ? t('account.kit.wrongWord') : undefined}
          autoFocus={index === 0}
          exact
        />
      ))}
      <div class="buttons">
        <Button type="submit">{t('account.kit.done')}</Button>
        <Button kind="plain" onClick={onBack}>
          {t('account.kit.showAgain')}
        </Button>
      </div>
      <p class="small muted">{t('account.kit.then')}</p>
    </form>
  );
}
