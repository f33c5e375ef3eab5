import { draftTitle, type IntakeDraft, readDraft } from '@dayaq/acts/intake/draft';
import type { Id } from '@dayaq/vault/client';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { standsElsewhere } from '../drafts/elsewhere.ts';
import { afterKeeping, allEnded } from '../drafts/keep-now.ts';
import { takeForm } from '../drafts/one-tab.ts';
import { t } from '../locale/index.ts';
import { announce } from '../look/live.tsx';
import { useVault } from '../vault/session.ts';

/** Milliseconds that writing down the last words may take before the other tab goes on. */
const PATIENCE = 1500;

interface Begun {
  draft: IntakeDraft;
  /** It was kept before. */
  continued: boolean;
}

interface Props extends Begun {
  id: Id;
  /** Another tab saved or discarded it. */
  onEnded: () => void;
  children: (begun: Begun) => JSX.Element;
}

/** An intake is written in one tab at a time: the one in which it was opened last, with all the words of the other. */
export function InOneTab({ id, draft, continued, onEnded, children }: Props) {
  const vault = useVault();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [isAway, setIsAway] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isHere = true;
    let release = (): void => undefined;
    void take();
    async function take(): Promise<void> {
      await allEnded();
      release = await takeForm(id, leave);
      if (!isHere) return release();
      const kept = await vault.draft(id).catch(() => null);
      const written = kept === null ? null : readDraft(kept.data);
      if (!isHere) return;
      if (written !== null) return setBegun({ draft: written, continued: true });
      if (round === 0) return setBegun({ draft, continued });
      announce(t('drafts.endedThere'));
      onEnded();
    }
    async function leave(): Promise<void> {
      isHere = false;
      await new Promise<void>((kept) => afterKeeping(PATIENCE, kept));
      setBegun(null);
      setIsAway(true);
    }
    return () => {
      isHere = false;
      // What goes with it is written first.
      void Promise.resolve().then(allEnded).then(release);
    };
  }, [round]);
  useEffect(() => {
    if (!isAway) return;
    const again = (): void => {
      setIsAway(false);
      setRound((before) => before + 1);
    };
    return standsElsewhere({ title: draftTitle(draft) || t('intake.pageTitle'), again, close: undefined });
  }, [isAway]);
  return begun === null ? null : children(begun);
}
