import type { LikelyPair } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Notice } from '../look/Notice.tsx';
import { currentSpaceId, say } from '../vault/session.ts';
import { joinCases } from './join-cases.ts';
import { PairFacts } from './PairFacts.tsx';

interface Props {
  room: Room;
  pair: LikelyPair;
  onClose: () => void;
  onJoined: () => void;
}

/** Which of two cases goes on, and what becomes of the other, before anything is done. */
export function JoinDialog({ room, pair, onClose, onJoined }: Props) {
  const ends = [pair.one, pair.other];
  const [into, setInto] = useState(pair.one.dossier);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const kept = ends.find(({ dossier }) => dossier === into) ?? pair.one;
  const ended = ends.find(({ dossier }) => dossier !== into) ?? pair.other;

  async function act(): Promise<void> {
    const space = currentSpaceId();
    if (space === null || isBusy) return;
    setIsBusy(true);
    const outcome = await joinCases(room.vault, {
      space,
      into: kept.dossier,
      from: ended.dossier,
      names: [kept.name, ended.name],
      today: room.today,
    });
    setIsBusy(false);
    if (outcome.is === 'joined') return onJoined();
    setProblem(outcome.is === 'refused' ? t(`alike.refusal.${outcome.refusal}`) : say(outcome.failure));
  }

  return (
    <Dialog open title={t('alike.join')} onClose={onClose}>
      <div class="stack">
        <ChoiceGroup legend={t('alike.which')}>
          {ends.map((end) => (
            <Choice
              key={end.dossier}
              type="radio"
              name="join-into"
              label={[end.name, end.name === end.case.reference ? '' : end.case.reference]
                .filter(Boolean)
                .join(' · ')}
              checked={end.dossier === into}
              onChange={() => {
                setInto(end.dossier);
                setProblem('');
              }}
            />
          ))}
        </ChoiceGroup>
        <PairFacts room={room} pair={pair} />
        <ul class="stack stack-tight">
          <li>{t('alike.moves')}</li>
          <li>{t('alike.stays')}</li>
          <li>{t('alike.asked')}</li>
          <li>{t('alike.undoable')}</li>
        </ul>
        {problem !== '' && (
          <Notice tone="w" role="alert">
            <p>{problem}</p>
          </Notice>
        )}
        <div class="buttons">
          <Button busy={isBusy} onClick={() => void act()}>
            {t('alike.joinAct')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('people.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
