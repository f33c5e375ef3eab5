import { actOnReferral, referralStatus } from '@dayaq/domain';
import { expect, test } from 'vitest';
import { answersNow, lifeOf, notWritten } from './life.ts';

const ours = { sent: 1, accepted: 2 };

test('an answer that the others took back does not live on in our record', () => {
  const mended = actOnReferral({ ...ours }, { act: 'mend', at: 3, why: 'another client' });
  if (!mended.ok) throw new Error(mended.problem);
  const handover = { ...ours, ...mended.changes };
  const life = lifeOf(ours, handover);
  expect(referralStatus(life)).toBe('sent');
  expect(life).toMatchObject({ mendedWhat: 'accepted', mendedWhy: 'another client' });
  const news = notWritten(ours, handover);
  expect(news).toEqual({ accepted: null, mended: 3, mendedWhat: 'accepted', mendedWhy: 'another client' });
  const written = { ...ours, ...news };
  expect(notWritten(written, handover)).toEqual({});
  const again = { ...handover, declined: 5, declinedWhy: 'no-place' };
  expect(referralStatus(lifeOf(written, again))).toBe('declined');
  expect(notWritten(written, again)).toEqual({ declined: 5, declinedWhy: 'no-place' });
});

test('a withdrawal that only our record knows counts, whatever was mended', () => {
  const handover = { sent: 1, accepted: null, mended: 3, mendedWhat: 'accepted', mendedWhy: 'x' };
  expect(referralStatus(lifeOf({ ...ours, revoked: 4 }, handover))).toBe('revoked');
});

test('every answer can be taken back, and nothing that was not answered', () => {
  expect(answersNow({ sent: 1 })).toEqual(['accept', 'decline']);
  expect(answersNow({ sent: 1, declined: 2 })).toEqual(['mend']);
  expect(answersNow({ sent: 1, accepted: 2, done: 3 })).toEqual(['mend']);
  expect(answersNow({ sent: 1, revoked: 2 })).toEqual([]);
});
