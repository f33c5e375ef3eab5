import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Notice } from '../../look/Notice.tsx';

type Content = () => JSX.Element | null;

/** A side of the case that is fetched when it is first looked at. Where it cannot be fetched, that is said in its place. */
export function arriving(load: () => Promise<Content>): Content {
  let known: Content | undefined;
  return function Arriving() {
    const [content, setContent] = useState<{ Shown: Content | undefined }>({ Shown: known });
    const [failed, setFailed] = useState(false);
    const [turn, setTurn] = useState(0);
    useEffect(() => {
      if (known !== undefined) return;
      let mounted = true;
      load().then(
        (Shown) => {
          known = Shown;
          if (mounted) setContent({ Shown });
        },
        () => {
          if (mounted) setFailed(true);
        },
      );
      return () => {
        mounted = false;
      };
    }, [turn]);
    const { Shown } = content;
    if (Shown !== undefined) return <Shown />;
    if (!failed) return <p class="muted">{t('cases.list.loading')}</p>;
    return (
      <Notice tone="w" role="alert">
        <p>{t('shell.notArrived.text')}</p>
        <Button
          kind="plain"
          onClick={() => {
            setFailed(false);
            setTurn(turn + 1);
          }}
        >
          {t('shell.broken.again')}
        </Button>
      </Notice>
    );
  };
}
