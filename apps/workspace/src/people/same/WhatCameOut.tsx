import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { Notice } from '../../look/Notice.tsx';
import type { Verdict } from './compare-code.ts';

interface Props {
  verdict: Verdict;
  /** How many changes the other device counts, where that is known. */
  acts: number | null;
  /** How many this one counts. */
  own: number;
  name: string;
}

/** What a comparison says that did not end well, and what to do then. */
export function WhatCameOut({ verdict, acts, own, name }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // On a phone it stands below what was asked: it must not come unseen.
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [verdict, acts]);
  return (
    <div ref={box}>
      <Notice tone="w" role="alert">
        {verdict === 'behind' && (
          <>
            <p class="strong">{t('people.same.verdict.behind')}</p>
            <p>{t('people.same.verdict.counts', { own: String(own), theirs: String(acts), name })}</p>
            <p>{t('people.same.verdict.sync')}</p>
          </>
        )}
        {verdict === 'different' && (
          <>
            <p class="strong">{t('people.same.verdict.different')}</p>
            <p>{t('people.same.verdict.means')}</p>
            <Then />
          </>
        )}
        {verdict === 'digits-differ' && (
          <>
            <p class="strong">{t('people.same.verdict.different')}</p>
            <p>{t('people.same.verdict.countDiffers')}</p>
            <p>{t('people.same.verdict.countSame')}</p>
            <Then />
          </>
        )}
        {verdict === 'other-person' && <p>{t('people.same.verdict.otherPerson', { name })}</p>}
        {verdict === 'other-organisation' && <p>{t('people.same.verdict.otherOrganisation')}</p>}
        {verdict === 'own-code' && <p>{t('people.same.verdict.ownCode')}</p>}
        {verdict === 'incomplete' && <p>{t('people.same.verdict.incomplete')}</p>}
        {verdict === 'unreadable' && <p>{t('people.same.verdict.unreadable')}</p>}
      </Notice>
    </div>
  );
}

function Then() {
  return (
    <ul>
      <li>{t('people.disputes.do.tell')}</li>
      <li>{t('people.disputes.do.decide')}</li>
    </ul>
  );
}
