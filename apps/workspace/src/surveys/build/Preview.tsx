import type { Survey } from '@dayaq/domain/survey';
import { LANGUAGE_NAMES } from '@dayaq/locale';
import { useState } from 'preact/hooks';
import { language, t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { status, useQuery } from '../../vault/session.ts';
import { AskedForm } from '../AskedForm.tsx';
import { soundHere, type SoundPlace } from './sounds.ts';

/** The form as whoever answers will see it, in each of its languages. Nothing that is tried out here is kept. */
export function Preview({ survey, place }: { survey: Survey; place: SoundPlace }) {
  const { data: door } = useQuery((vault) => vault.door(), [status.value], []);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div>
      <Button kind="plain" onClick={() => setIsOpen(true)}>
        {t('building.preview')}
      </Button>
      {isOpen && (
        <Shown
          survey={survey}
          place={place}
          phone={door?.open?.notice?.phone ?? ''}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  );
}

interface ShownProps {
  survey: Survey;
  place: SoundPlace;
  phone: string;
  onClose: () => void;
}

function Shown({ survey, place, phone, onClose }: ShownProps) {
  const { languages } = survey;
  const own = languages.find((each) => each === language.value) ?? languages[0] ?? 'en';
  const [chosen, setChosen] = useState(own);
  return (
    <Dialog open title={t('building.preview')} onClose={onClose}>
      <p class="muted">{t('building.previewHint')}</p>
      {languages.length > 1 && (
        <ChoiceGroup legend={t('building.languages')} chips>
          {languages.map((each) => (
            <Choice
              key={each}
              type="radio"
              name="preview-language"
              label={LANGUAGE_NAMES[each]}
              checked={chosen === each}
              onChange={() => setChosen(each)}
            />
          ))}
        </ChoiceGroup>
      )}
      <AskedForm survey={survey} language={chosen} phone={phone} sound={(hash) => soundHere(place, hash)} />
    </Dialog>
  );
}
