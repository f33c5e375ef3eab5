import { LANGUAGES, type Recorded, type RecordedIn } from '@dayaq/domain/survey';
import { LANGUAGE_NAMES } from '@dayaq/locale';
import { play } from '@dayaq/public/asking';
import { useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { vault } from '../vault/session.ts';

/** What was recorded of a question, as whoever signs for it hears it: from the server, compared with the hash that they sign. */
export function PublishedVoice({ recorded }: { recorded: RecordedIn }) {
  const [problem, setProblem] = useState<string | undefined>(undefined);
  async function hear({ sound, type }: Recorded): Promise<void> {
    const got = await vault.value?.publishedSound(sound);
    const isHeard = got?.ok === true && (await play(got.value, type));
    setProblem(isHeard ? undefined : t('sounds.notHere'));
  }
  return (
    <div class="buttons">
      {LANGUAGES.map((each) => {
        const one = recorded[each];
        return (
          one !== undefined && (
            <Button key={each} kind="quiet" small onClick={() => void hear(one)}>
              {t('building.inLanguage', { label: t('sounds.hear'), language: LANGUAGE_NAMES[each] })}
            </Button>
          )
        );
      })}
      <FieldError text={problem} />
    </div>
  );
}
