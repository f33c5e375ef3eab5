import { codeOf } from '@dayaq/domain';
import { dayOf } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import type { Ref } from 'preact';
import { codeLabel, textsOf } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { DangerLevel } from '../../look/DangerLevel.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Tag } from '../../look/Tag.tsx';
import { memberName } from '../room.ts';
import { Menu } from '../../look/Menu.tsx';
import { FieldValue, useWords } from './FieldValue.tsx';
import { clientOf, says, textIn, useOpenCase } from './open-case.ts';
import { dateIn } from './when.ts';

export const HEAD_FIELDS = ['alias', 'summary', 'area', 'channel', 'opened'] as const;

interface Props {
  heading: Ref<HTMLHeadingElement>;
  onRestrict: () => void;
}

/** Who it is about, since when, and what one must know before reading on. */
export function CaseHead({ heading, onRestrict }: Props) {
  const open = useOpenCase();
  const { root, dossier, translator, mayWrite, edit, remove, showHistory } = open;
  const { t } = translator;
  const words = useWords();
  const alias = textIn(root, 'alias');
  const reference = textIn(root, 'reference');
  const opened = dateIn(root.fields.opened?.value) ?? { day: dayOf(root.created.at) };
  const editHead = () => edit({ title: t('cases.head.edit'), kind: 'case', record: root, only: HEAD_FIELDS });
  return (
    <header class="case-head">
      <p class="muted small">
        {t('cases.head.opened', {
          reference,
          day: sayDate(translator, opened),
          name: memberName(open, root.created.by),
        })}
      </p>
      <h2 ref={heading} tabIndex={-1} class="case-title">
        {alias || reference || t('cases.head.unnamed')}
      </h2>
      <Menu
        label={t('cases.head.more')}
        as="dots"
        items={[
          ...(mayWrite ? [{ text: t('cases.head.edit'), onChoose: editHead }] : []),
          { text: t('cases.history.title'), onChoose: () => showHistory(null) },
          { text: t('cases.print.open'), href: `/cases/${dossier.id}/print` },
          { text: t('summary.open'), href: `/cases/${dossier.id}/summary` },
          { text: t('coverage.ofCase'), href: `/coverage?case=${dossier.id}` },
          ...(mayWrite
            ? [
                { text: t('cases.restrict.title'), onChoose: onRestrict },
                { text: t('cases.head.delete'), danger: true, onChoose: () => remove(root) },
              ]
            : []),
        ]}
      />
      {dossier.held !== null && (
        <Notice tone="w">
          <p>{t(dossier.held === 'closed-to-you' ? 'cases.head.heldClosed' : 'cases.head.heldOther')}</p>
          <p>
            <a href="/waiting">{t('shell.state.show')}</a>
          </p>
        </Notice>
      )}
      <CaseTags />
      {says(root, 'summary') && (
        <div class="case-summary">
          <FieldValue record={root} field="summary" />
        </div>
      )}
      {says(root, 'area', 'channel') && (
        <p class="muted small">
          {['area', 'channel']
            .filter((field) => says(root, field))
            .map((field) => words(root, field))
            .join(' · ')}
        </p>
      )}
    </header>
  );
}

/** The state of the record first, then who it is about, then what was done to them. */
function CaseTags() {
  const { live, root, dossier, translator } = useOpenCase();
  const { t } = translator;
  const words = useWords();
  const client = clientOf(live);
  const dependants = live.filter((r) => r.kind === 'person' && textIn(r, 'role') === 'dependant').length;
  return (
    <ul class="case-tags">
      {dossier.waiting > 0 && dossier.held === null && (
        <li>
          <Tag tone="w">{t('cases.head.waiting')}</Tag>
        </li>
      )}
      {dossier.restricted && (
        <li>
          <Tag tone="a">{t('cases.list.restricted')}</Tag>
        </li>
      )}
      {textIn(root, 'danger') === 'high' && (
        <li>
          <DangerLevel level="high" />
        </li>
      )}
      <li>
        <Tag>{words(root, 'status') || t('cases.list.noStatus')}</Tag>
      </li>
      {textsOf(client?.fields.populations?.value).map((code) => (
        <li key={code}>
          <Tag>{codeLabel(translator, 'populations', code)}</Tag>
        </li>
      ))}
      {client !== undefined && isKnownAge(textIn(client, 'ageBand')) && (
        <li>
          <Tag>{words(client, 'ageBand')}</Tag>
        </li>
      )}
      {dependants > 0 && (
        <li>
          <Tag>{t('cases.head.dependants', { count: dependants })}</Tag>
        </li>
      )}
      {violationsOf(live).map((code) => (
        <li key={code}>
          <Tag>{codeLabel(translator, 'violation-types', code)}</Tag>
        </li>
      ))}
    </ul>
  );
}

/** "Not known" as a tag of its own would not say what is not known. */
function isKnownAge(code: string): boolean {
  const known = codeOf('age-bands', code);
  return known !== undefined && known.special === undefined;
}

/** Each kind of violation once; one whose code says "other" by the branch that it belongs to. */
function violationsOf(records: readonly RecordView[]): string[] {
  const types = records.filter((r) => r.kind === 'violation').map((r) => textIn(r, 'type'));
  const named = types.map((code) => {
    const known = codeOf('violation-types', code);
    return known?.special === 'other' && known.parent !== undefined ? known.parent : code;
  });
  return [...new Set(named)].filter((code) => code !== '');
}
