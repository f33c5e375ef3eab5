import type { FoundPage, Id } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Marked } from '../list/Marked.tsx';
import type { Surroundings } from '../fields/index.ts';
import { t, translator } from '../locale/index.ts';
import { usePeople } from '../spaces/people.ts';
import { ScopeChoice } from '../spaces/ScopeChoice.tsx';
import { useScope } from '../spaces/scope.ts';
import { currentSpace, nameOfSpace, status, useQuery, workIn } from '../vault/session.ts';
import { foundRows, type JumpRow, pagesNamed } from './jump-rows.ts';
import './jump.css';
import { jumpIsOpen } from './open-jump.ts';

const MOST = 40;
const NOTHING: { of: string; page: FoundPage } = { of: '', page: { rows: [], more: false } };

/** A field, and below it where one may go: pages of the program by their names, then everything else. */
export function JumpBox() {
  const scope = useScope();
  const people = usePeople(scope.spaces);
  const { route } = useLocation();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found =
    useQuery(
      async (v) => ({
        of: text,
        page: text.trim() === '' ? NOTHING.page : await v.find({ text, limit: MOST }, scope.at),
      }),
      [text, scope.at],
    ).data ?? NOTHING;
  useEffect(() => field.current?.focus(), []);
  const space = currentSpace();
  // Each row in the words of its own organisation: names and places of one are not those of another.
  const around = (of: Id): Surroundings => ({
    translator: translator.value,
    records: [],
    members: people.membersOf(of),
    country: status.value.spaces.find(({ id }) => id === of)?.country ?? '',
  });
  const rows: JumpRow[] = [
    ...pagesNamed(text, space?.me.role !== 'viewer'),
    ...foundRows(found.page.rows, found.of, around),
  ];
  const at = Math.min(active, rows.length - 1);
  const isWaiting = found.of !== text;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, rows.length]);

  const go = ({ href, space: of }: JumpRow): void => {
    jumpIsOpen.value = false;
    route(href);
    if (of !== null && of !== space?.id) workIn(of);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || rows.length === 0) return;
    const row = rows[at];
    if (event.key === 'ArrowDown') setActive((at + 1) % rows.length);
    else if (event.key === 'ArrowUp') setActive((at - 1 + rows.length) % rows.length);
    // What stands there belongs to other letters until the answer has come.
    else if (event.key === 'Enter' && row !== undefined && !isWaiting) go(row);
    else return;
    event.preventDefault();
  };
  return (
    <div class="jump">
      <input
        ref={field}
        type="text"
        // Where the box is here before its dialog opens, the dialog gives the focus.
        autofocus
        role="combobox"
        aria-label={t('shell.jump.label')}
        placeholder={t('shell.jump.label')}
        aria-expanded="true"
        aria-controls="jump-rows"
        aria-autocomplete="list"
        aria-activedescendant={rows.length === 0 ? undefined : `jump-row-${at}`}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="go"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ScopeChoice scope={scope} />
      <p class="muted small" role="status" data-answers={isWaiting ? undefined : text}>
        {isWaiting
          ? ''
          : rows.length === 0
            ? t('shell.jump.none')
            : t('shell.jump.count', { count: rows.length })}
        {!isWaiting && found.page.more ? ` · ${t('shell.jump.more')}` : ''}
      </p>
      <div class="jump-rows" id="jump-rows" role="listbox" aria-label={t('shell.jump.open')} ref={list}>
        {rows.map((row, place) => (
          <div
            key={row.key}
            id={`jump-row-${place}`}
            class="jump-row"
            role="option"
            aria-selected={place === at}
            onClick={() => go(row)}
          >
            <span class="jump-title">
              <Marked text={row.title} search={text} />
            </span>
            <span class="muted small">{[row.what, nameOfSpace(row.space)].filter(Boolean).join(' · ')}</span>
            {row.line !== '' && (
              <span class="jump-line small">
                <Marked text={row.line} search={text} />
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
