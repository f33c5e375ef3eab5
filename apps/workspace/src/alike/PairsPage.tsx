import '../cases/cases.css';
import '../cases/parts/side-rows.css';
import { formatPercent } from '@dayaq/locale';
import type { Failure, LikelyPair } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { announce } from '../look/live.tsx';
import { Empty } from '../look/Empty.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { Progress } from '../look/Progress.tsx';
import { Toast } from '../look/Toast.tsx';
import { whileWorking } from '../shell/work-under-way.ts';
import { say } from '../vault/session.ts';
import { JoinDialog } from './JoinDialog.tsx';
import { JoinedHere } from './JoinedHere.tsx';
import { type LookedThrough, lookThrough } from './look-through.ts';
import { sayNotSame, type TakeBack, withoutNotSame } from './not-same.ts';
import { PairRow } from './PairRow.tsx';

/** Clients who may stand in two cases, each pair with its reasons. Found on this device alone. */
export function PairsPage() {
  const room = useRoom();
  return (
    <Page title={t('alike.title')}>
      {room !== null &&
        (room.role === 'viewer' ? <p class="muted">{t('alike.viewerOnly')}</p> : <Pairs room={room} />)}
    </Page>
  );
}

interface Undo {
  pair: LikelyPair;
  takeBack: TakeBack;
}

function Pairs({ room }: { room: Room }) {
  const { vault } = room;
  const [share, setShare] = useState<number | null>(0);
  const [looked, setLooked] = useState<LookedThrough | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [joining, setJoining] = useState<LikelyPair | null>(null);
  const stop = useRef(false);

  async function look(): Promise<void> {
    stop.current = false;
    setShare(0);
    setFailure(null);
    const found = await whileWorking(() => lookThrough(vault, setShare, () => stop.current));
    setLooked({ ...found, pairs: await withoutNotSame(vault, found.pairs) });
    setShare(null);
  }
  useEffect(() => {
    void look();
    return () => {
      stop.current = true;
    };
  }, [vault]);

  async function part(pair: LikelyPair): Promise<void> {
    const said = await sayNotSame(vault, pair.one.dossier, pair.other.dossier);
    setFailure(said.ok ? null : said.failure);
    if (!said.ok) return;
    setLooked((now) => now && { ...now, pairs: now.pairs.filter((each) => each !== pair) });
    setUndo({ pair, takeBack: said.takeBack });
  }

  async function takeBack({ pair, takeBack: back }: Undo): Promise<void> {
    setUndo(null);
    const refused = await back();
    setFailure(refused);
    if (refused === null) setLooked((now) => now && { ...now, pairs: [pair, ...now.pairs] });
  }

  return (
    <div class="stack stack-loose">
      <p>{t('alike.about')}</p>
      {share !== null && (
        <>
          <Progress
            label={t('alike.looking', { percent: formatPercent(language.value, share) })}
            done={Math.round(share * 100)}
            total={100}
          />
          <div>
            <Button
              kind="plain"
              onClick={() => {
                stop.current = true;
              }}
            >
              {t('alike.stop')}
            </Button>
          </div>
        </>
      )}
      {failure !== null && (
        <Notice tone="w" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      {share === null && looked !== null && (
        <>
          {looked.share < 1 && (
            <Notice tone="w" role="status">
              <p>{t('alike.stopped', { percent: formatPercent(language.value, looked.share) })}</p>
              <div class="buttons">
                <Button kind="plain" small onClick={() => void look()}>
                  {t('alike.again')}
                </Button>
              </div>
            </Notice>
          )}
          {looked.pairs.length === 0 && looked.share === 1 && (
            <Empty icon="people" title={t('alike.none')}>
              <p class="muted">{t('cases.onlyYours')}</p>
            </Empty>
          )}
          {looked.pairs.length > 0 && (
            <section class="stack" aria-labelledby="likely-pairs">
              <h2 id="likely-pairs">{t('alike.count', { count: looked.pairs.length })}</h2>
              <p class="small muted">{t('cases.onlyYours')}</p>
              <ul class="side-rows">
                {looked.pairs.map((pair) => (
                  <PairRow
                    key={`${pair.one.record} ${pair.other.record}`}
                    room={room}
                    pair={pair}
                    onNotSame={() => void part(pair)}
                    onJoin={() => setJoining(pair)}
                  />
                ))}
              </ul>
              {looked.more && <p class="muted">{t('alike.more')}</p>}
            </section>
          )}
        </>
      )}
      <JoinedHere key={String(joining === null)} room={room} onUndone={() => void look()} />
      {joining !== null && (
        <JoinDialog
          room={room}
          pair={joining}
          onClose={() => setJoining(null)}
          onJoined={() => {
            setLooked((now) => now && { ...now, pairs: now.pairs.filter((each) => each !== joining) });
            setJoining(null);
            announce(t('alike.joined'));
          }}
        />
      )}
      {undo !== null && (
        <Toast text={t('alike.parted')} onUndo={() => void takeBack(undo)} onClose={() => setUndo(null)} />
      )}
    </div>
  );
}
