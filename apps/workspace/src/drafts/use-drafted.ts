import type { Draft, Id, Value } from '@dayaq/vault/client';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { sameValue } from '@dayaq/acts/changes-between';
import { t } from '../locale/index.ts';
import { announce } from '../look/live.tsx';
import { currentSpaceId, useVault } from '../vault/session.ts';
import { DraftKeeper, type Keeping } from './draft-keeper.ts';
import { standsElsewhere } from './elsewhere.ts';
import { FORM_KIND, type FormPlace, keptForm, oldestToGo, storedForm, typedIn } from './form-drafts.ts';
import { allEnded, willEnd } from './keep-now.ts';
import { takeForm } from './one-tab.ts';
import { unkept } from './unkept.ts';
import { useKeeping } from './use-keeping.ts';

export type Typed = Record<string, Value>;

/** A form whose words are kept while they are typed. */
export interface Drafted<T extends Typed> {
  /** False until the device was asked for earlier words: before that nothing is shown, so that nothing is typed over them. */
  ready: boolean;
  typed: T;
  put(part: Partial<T>): void;
  /** Counts the beginnings: inputs that hold a text of their own take it as their key. */
  turn: number;
  isWritten: boolean;
  /** When the words that stand here again were kept, in milliseconds since 1970; null where they are of now. */
  keptAt: number | null;
  keeping: Keeping;
  /** The form that goes from this device when this one is left unsaved; null where there is room. */
  oldest: Draft | null;
  /** There is something to bring back that was discarded. */
  isDiscarded: boolean;
  /** Begins anew. Nothing is kept any more. */
  discard(): void;
  bringBack(): void;
  /** Writes at once what is not written; resolves when it is. */
  flush(): Promise<void>;
  /** It was saved: what was kept goes. */
  done(): void;
}

interface Options<T extends Typed> {
  place: FormPlace;
  /** What the form is called where it has to go. */
  title: string;
  begin: T;
  /** Kept words in the shape of this form; null where they are none, or were saved already. Default: every part of `begin` whose shape fits. */
  read?: (kept: Value) => T | null;
  /** Nothing in it that would be a loss. Default: it is what the form began with. */
  isBlank?: (typed: T) => boolean;
  /** Closes the form where another tab has taken its words. A form that is a page has none. */
  close?: () => void;
}

/** Keeps what is typed into a form on this device, and offers it where it was typed. */
export function useDrafted<T extends Typed>({
  place,
  title,
  begin: given,
  read,
  isBlank,
  close,
}: Options<T>): Drafted<T> {
  const vault = useVault();
  // What the form began with; later news must not look like this person's words.
  const [begin] = useState(given);
  const [typed, setTyped] = useState<T>(begin);
  const [keeper, setKeeper] = useState<DraftKeeper<T> | null>(null);
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const [keeping, setKeeping] = useState<Keeping>('empty');
  const [oldest, setOldest] = useState<Draft | null>(null);
  const [discarded, setDiscarded] = useState<T | null>(null);
  const [turn, setTurn] = useState(0);
  const latest = useRef(typed);
  const draft = useRef<Id | null>(null);
  const stands = useRef<Keeping>('empty');
  const isCounted = useRef(false);
  const leaving = useRef<Draft | null>(null);
  const release = useRef<() => void>(() => undefined);
  const writer = useRef<DraftKeeper<T> | null>(null);
  const [isAway, setIsAway] = useState(false);
  const [round, setRound] = useState(0);
  const blank = (state: T): boolean => (isBlank === undefined ? sameValue(state, begin) : isBlank(state));

  const show = (state: T): void => {
    latest.current = state;
    setTyped(state);
  };

  useEffect(() => {
    let isHere = true;
    void lookUp().then(([id, kept]) => {
      if (!isHere) return release.current();
      draft.current = id;
      const held = unkept.get(id);
      const restored =
        held !== undefined
          ? (held.typed as T)
          : kept === null
            ? null
            : (read ?? ((value) => fitting(begin, value)))(typedIn(kept));
      const isAgain = restored !== null && !blank(restored);
      if (kept !== null && !isAgain) void vault.dropDraft(id);
      if (isAgain) {
        show(restored);
        setKeptAt(held?.at ?? kept?.updated ?? null);
      } else if (round > 0) {
        // The other tab has come to an end with them.
        if (!blank(latest.current)) {
          announce(t('drafts.endedThere'));
          close?.();
        }
        show(begin);
        setKeptAt(null);
      }
      isCounted.current = isAgain;
      const write = (state: T) => (blank(state) ? null : { title, data: storedForm(place, state) });
      const onKeeping = (keeping: Keeping): void => {
        stands.current = keeping;
        setKeeping(keeping);
      };
      const onDisk = isAgain && kept !== null;
      const made = new DraftKeeper<T>(vault, { id, kind: FORM_KIND, onDisk, write, onKeeping });
      // There may be room now.
      if (held !== undefined && isAgain) made.change(restored);
      setKeeper(made);
      writer.current = made;
    });
    /** Another tab goes on with it: all is written there, and nothing from here any more. */
    async function leaveTo(): Promise<void> {
      isHere = false;
      await writer.current?.flush();
      holdUnkept();
      setKeeper(null);
      setIsAway(true);
    }
    async function lookUp(): Promise<readonly [Id, Draft | null]> {
      await allEnded();
      const [id] = await keptForm(vault, place, currentSpaceId());
      release.current = await takeForm(id, leaveTo);
      return [id, await vault.draft(id).catch(() => null)];
    }
    return () => {
      isHere = false;
    };
  }, [round]);
  useEffect(() => {
    if (!isAway) return;
    const again = (): void => {
      setIsAway(false);
      setRound((before) => before + 1);
    };
    return standsElsewhere({ title, again, close });
  }, [isAway]);
  useKeeping(keeper);
  useEffect(() => {
    if (keeper === null) return;
    return () => {
      willEnd(keeper.flush().then(holdUnkept).finally(release.current));
    };
  }, [keeper]);
  // Said while the form is open; done when it is left and its words stay.
  useEffect(() => () => void (leaving.current !== null && vault.dropDraft(leaving.current.id)), []);

  const change = (state: T): void => {
    show(state);
    keeper?.change(state);
    if (blank(state) || isCounted.current) return;
    isCounted.current = true;
    void keptForm(vault, place, currentSpaceId())
      .then(([id]) => oldestToGo(vault, id))
      .then((draft) => {
        leaving.current = draft;
        setOldest(draft);
      })
      .catch(() => undefined);
  };
  function holdUnkept(): void {
    const id = draft.current;
    if (id === null) return;
    if (stands.current === 'failed' || stands.current === 'too-large')
      unkept.set(id, { typed: latest.current, at: Date.now() });
    else unkept.delete(id);
  }
  const stay = (): void => {
    leaving.current = null;
    setOldest(null);
  };

  return useMemo<Drafted<T>>(
    () => ({
      ready: keeper !== null,
      typed,
      put: (part) => change({ ...latest.current, ...part }),
      turn,
      isWritten: !blank(typed),
      keptAt,
      keeping,
      oldest,
      isDiscarded: discarded !== null && blank(typed),
      discard() {
        setDiscarded(latest.current);
        setKeptAt(null);
        setTurn((before) => before + 1);
        stay();
        isCounted.current = false;
        change(begin);
      },
      bringBack() {
        if (discarded === null) return;
        setDiscarded(null);
        setTurn((before) => before + 1);
        change(discarded);
      },
      flush: async () => keeper?.flush(),
      done() {
        stay();
        stands.current = 'empty';
        if (keeper !== null) willEnd(keeper.close().finally(release.current));
      },
    }),
    [keeper, typed, turn, keptAt, keeping, oldest, discarded],
  );
}

/** The parts of what was kept that have the shape of what the form begins with. */
export function fitting<T extends Typed>(begin: T, kept: Value): T | null {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return null;
  const parts = Object.entries(begin).map(([name, first]) => {
    const value = kept[name];
    return [
      name,
      value !== undefined && (first === null || shapeOf(value) === shapeOf(first)) ? value : first,
    ] as const;
  });
  return Object.fromEntries(parts) as T;
}

const shapeOf = (value: Value): string =>
  value === null ? 'nothing' : Array.isArray(value) ? 'list' : typeof value;
