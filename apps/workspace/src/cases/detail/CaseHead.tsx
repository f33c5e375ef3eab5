import { groupOf } from '@dayaq/domain';
import { fieldLabel } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { textIn } from '@dayaq/acts/record-values';
import { dayOf } from '@dayaq/locale';
import type { Ref } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { Menu } from '../../look/Menu.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Tag } from '../../look/Tag.tsx';
import { factsSentence } from './facts-sentence.ts';
import { currentSpace } from '../../vault/session.ts';
import { useNameInBar } from './name-in-bar.ts';
import { useOpenCase } from './open-case.ts';

const HEAD_FIELDS = groupOf('case', 'head');

interface Props {
  heading: Ref<HTMLHeadingElement>;
  onRestrict: () => void;
}

/** Who it is about, in a name and one sentence, and who else may read it. */
export function CaseHead({ heading, onRestrict }: Props) {
  const open = useOpenCase();
  const { root, live, dossier, translator, mayWrite, edit, remove, showHistory } = open;
  const { t } = translator;
  const alias = textIn(root, 'alias');
  const reference = textIn(root, 'reference');
  const oldNumber = textIn(root, 'oldNumber');
  const rewritten = root.fields['rewritten']?.value;
  const facts = useMemo(() => factsSentence(live, root, translator), [live, root, translator]);
  const named = useRef<HTMLDivElement>(null);
  const name = alias || reference || t('cases.head.unnamed');
  useNameInBar(named, name);
  const editHead = () => edit({ title: t('cases.head.edit'), kind: 'case', record: root, only: HEAD_FIELDS });
  return (
    <header class="case-head">
      <div class="case-name" ref={named}>
        <h2 ref={heading} tabIndex={-1} class="case-title" dir="auto">
          {name}
        </h2>
        {alias !== '' && <span class="muted small">{reference}</span>}
        {oldNumber !== '' && (
          <span class="muted small">
            {fieldLabel(translator, 'case', 'oldNumber')}: {oldNumber}
          </span>
        )}
        <span class="case-marks">
          {dossier.waiting > 0 && dossier.held === null && <Tag tone="w">{t('cases.head.waiting')}</Tag>}
          {dossier.restricted && (
            <Tag icon="lock">{t('cases.head.restricted', { count: dossier.readers.length })}</Tag>
          )}
        </span>
      </div>
      <Menu
        label={t('cases.head.more')}
        as="dots"
        items={[
          ...(mayWrite ? [{ text: t('cases.head.edit'), onChoose: editHead }] : []),
          { text: t('cases.history.title'), onChoose: () => showHistory(null) },
          { text: t('cases.print.open'), href: `/cases/${dossier.id}/print` },
          ...(mayWrite ? [{ text: t('files.bundle.title'), href: `/cases/${dossier.id}/custody` }] : []),
          { text: t('summary.open'), href: `/cases/${dossier.id}/summary` },
          { text: t('coverage.ofCase'), href: `/coverage?case=${dossier.id}` },
          ...(mayWrite
            ? [
                { text: t('cases.restrict.title'), onChoose: onRestrict },
                { text: t('cases.head.delete'), danger: true, apart: true, onChoose: () => remove(root) },
              ]
            : []),
          ...(currentSpace()?.me.keyholder === true
            ? [{ text: t('erasure.title'), danger: true, apart: true, href: `/cases/${dossier.id}/destroy` }]
            : []),
        ]}
      />
      {facts !== '' && <p class="case-sentence">{facts}</p>}
      {typeof rewritten === 'number' && (
        <p class="muted small">
          {t('erasure.person.rewritten', { day: sayDate(translator, { day: dayOf(rewritten) }) })}
        </p>
      )}
      {dossier.closed && dossier.held === null && (
        <Notice tone="w">
          <p>{t('cases.head.closed')}</p>
        </Notice>
      )}
      {dossier.held !== null && (
        <Notice tone="w">
          <p>{t(dossier.held === 'closed-to-you' ? 'cases.head.heldClosed' : 'cases.head.heldOther')}</p>
          <p>
            <a href="/waiting">{t('shell.state.show')}</a>
          </p>
        </Notice>
      )}
    </header>
  );
}
