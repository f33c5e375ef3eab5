import type { CircleNumber } from '@dayaq/vault/client';
import { LinkField } from '../../account/LinkField.tsx';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { QrCode } from '../../look/QrCode.tsx';
import { Digits } from './Digits.tsx';

interface Answers {
  busy: boolean;
  onSame: () => void;
  onDiffers: () => void;
}

/** By voice: both speak, so that neither only agrees. */
export function ReadAloud({ number, ...answers }: { number: CircleNumber } & Answers) {
  return (
    <div class="stack">
      <Digits {...number} />
      <ol class="same-steps">
        <li>{t('people.same.read.open')}</li>
        <li>{t('people.same.read.count', { count: String(number.acts) })}</li>
        <li>{t('people.same.read.first')}</li>
        <li>{t('people.same.read.second')}</li>
      </ol>
      <AnswerButtons {...answers} />
    </div>
  );
}

export function ShowCode({ code, ...answers }: { code: string } & Answers) {
  return (
    <div class="stack">
      <p>{t('people.same.show.lead', { way: t('people.same.way.take') })}</p>
      <div class="qr-large">
        <QrCode text={code} label={t('people.same.show.qr')} />
      </div>
      <details>
        <summary>{t('people.same.show.asText')}</summary>
        <p class="share-link">{code}</p>
      </details>
      <p>{t('people.same.show.ask')}</p>
      <AnswerButtons {...answers} />
    </div>
  );
}

export function TakeCode({ busy, onCode }: { busy: boolean; onCode: (text: string) => void }) {
  return (
    <LinkField
      label={t('people.same.take.label')}
      hint={t('people.same.take.hint')}
      act={t('people.same.take.act')}
      missing={t('people.same.verdict.incomplete')}
      busy={busy}
      onLink={onCode}
    />
  );
}

function AnswerButtons({ busy, onSame, onDiffers }: Answers) {
  return (
    <div class="buttons">
      <Button busy={busy} onClick={onSame}>
        {t('people.same.compare.same')}
      </Button>
      <Button kind="plain" onClick={onDiffers}>
        {t('people.same.compare.differs')}
      </Button>
    </div>
  );
}
