import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingShares } from './consent.ts';
import { perhapsSame, Recipients, saidIn, soundOf, surelySame } from './same-name.ts';

test.each([
  ['Мамедов', 'Məmmədov Hüquq Mərkəzi'],
  ['Mamedov', 'Məmmədov Hüquq Mərkəzi'],
  ['Mammadov', 'Məmmədov Hüquq Mərkəzi'],
  ['Memmedov', 'Məmmədov Hüquq Mərkəzi'],
  ['Алиева', 'Əliyeva'],
  ['Alieva', 'Əliyeva Psixoloji Dəstək'],
  ['Temiz Dunya', 'Təmiz Dünya'],
  ['Темиз Дунья', 'Təmiz Dünya'],
  ['Guseynov', 'Hüseynov'],
  ['Гусейнов', 'Hüseynov'],
  ['Хусейнов', 'Ҳусейнов'],
  ['Quliyev', 'Гулиев'],
  ['Джавадов', 'Cavadov'],
  ['Javadov', 'Cavadov'],
  ['Шарифова', 'Şərifova'],
  ['Чинара', 'Çinarə'],
  ['Qosimov', 'Қосимов'],
  ['she works at clean world', 'Clean World'],
  ['İNAM MƏRKƏZİ', 'inam mərkəzi'],
  ['Aid', 'Aid'],
  ['Рена Мамедова', 'Rəna Məmmədova'],
  ['Мамедова Рена', 'Rəna Məmmədova'],
  ['Рена М.', 'Rəna Məmmədova'],
  ['не говорите Мамедовой Рене', 'Rəna Məmmədova'],
  ['Эльчин Касумов', 'Elçin Qasımov'],
  ['Pена Mамедова', 'Rəna Məmmədova'],
  ['Ҷамшед Қосимов', 'Jamshed Kasimov'],
])('"%s" means %s', (written, name) => {
  expect(saidIn(written).means([name])).toBe(true);
});

test.each([
  ['tell nobody, least of all Алиеву', 'Əliyeva'],
  ['Касимов', 'Қосимов'],
  ['Hüquq Mərkəzi', 'Gender Mərkəzi'],
  ['I need aid', 'Aid'],
])('"%s" may mean %s, and somebody is asked', (written, name) => {
  const { means, mayMean } = saidIn(written);
  expect([means([name]), mayMean([name])]).toEqual([false, true]);
});

test.each([
  ['', 'Təmiz Dünya'],
  ['my uncle', 'Təmiz Dünya'],
  ['Мамедов', 'Hüseynov'],
])('"%s" does not mean %s', (written, name) => {
  const { means, mayMean } = saidIn(written);
  expect([means([name]), mayMean([name])]).toEqual([false, false]);
});

/** One name as it is written in Azerbaijani, in Russian, in Tajik, and without any marks. */
const GIVEN = [
  ['Rəna', 'Рена', 'Рана', 'Rena'],
  ['Əli', 'Али', 'Алӣ', 'Ali'],
  ['Cəmilə', 'Джамиля', 'Ҷамила', 'Jamila'],
  ['Xədicə', 'Хадиджа', 'Хадиҷа', 'Khadija'],
  ['Şəhla', 'Шахла', 'Шаҳло', 'Shahla'],
  ['Elçin', 'Эльчин', 'Элчин', 'Elchin'],
  ['Günel', 'Гюнель', 'Гунел', 'Gunel'],
  ['Yusif', 'Юсиф', 'Юсиф', 'Yusif'],
] as const;
const FAMILY = [
  ['Məmmədova', 'Мамедова', 'Маммадова', 'Mammadova'],
  ['Qasımov', 'Касумов', 'Қосимов', 'Gasimov'],
  ['Hüseynova', 'Гусейнова', 'Ҳусейнова', 'Huseynova'],
  ['Cavadov', 'Джавадов', 'Ҷавадов', 'Javadov'],
  ['Əliyeva', 'Алиева', 'Алиева', 'Aliyeva'],
  ['Rəhimov', 'Рагимов', 'Раҳимов', 'Rahimov'],
] as const;
const script = fc.integer({ min: 0, max: 3 });

test('a whole name keeps away whoever bears it, whichever of four scripts each was written in and whichever word stands first', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...GIVEN),
      fc.constantFrom(...FAMILY),
      fc.tuple(script, script, script, script),
      fc.boolean(),
      fc.constantFrom('', 'my uncle\n', 'not to '),
      (given, family, [a, b, c, d], isTurned, before) => {
        const said = [given[a], family[b]];
        const written = `${before}${(isTurned ? said.reverse() : said).join(' ')}`;
        expect(saidIn(written).means([`${given[c]} ${family[d]}`]), written).toBe(true);
      },
    ),
  );
});

test('a whole name keeps nobody away who has neither of its words', () => {
  for (const [i, given] of GIVEN.entries())
    for (const [j, family] of FAMILY.entries()) {
      const [other, another] = [GIVEN[(i + 3) % GIVEN.length], FAMILY[(j + 3) % FAMILY.length]];
      expect(saidIn(`${given[1]} ${family[1]}`).means([`${other?.[0]} ${another?.[0]}`])).toBe(false);
    }
});

test('ids tell namesakes apart, and a name without one counts against all who bear it', () => {
  const [one, other, typed] = [
    { id: 'space-1', name: 'Ümid' },
    { id: 'space-2', name: 'Ümid' },
    { id: '', name: 'umid' },
  ];
  expect([surelySame(one, other), perhapsSame(one, other)]).toEqual([false, false]);
  expect([surelySame(one, typed), perhapsSame(one, typed)]).toEqual([false, true]);
  expect(surelySame(one, { ...one, name: 'Renamed' })).toBe(true);
  // A short name too: a "no" to it is one in whatever alphabet.
  expect(perhapsSame({ id: '', name: 'Əli' }, { id: '', name: 'Али' })).toBe(true);
});

test('what has no letters sounds like nothing, and is like nothing', () => {
  expect(soundOf('— !')).toBe('');
  expect(perhapsSame({ id: '', name: '—' }, { id: '', name: '!' })).toBe(false);
});

const named = fc.record({
  id: fc.constantFrom('', '', 's1', 's2'),
  name: fc.constantFrom('', 'Ümid', 'umid', 'Умид', 'Aid', 'İnam', 'inam', 'Clean Home'),
});

test('of many recipients one is found just as it is beside each of them alone', () => {
  fc.assert(
    fc.property(fc.array(named, { maxLength: 6 }), named, (all, one) => {
      const many = new Recipients(all);
      expect(many.surelyHas(one)).toBe(all.some((each) => surelySame(each, one)));
      expect(many.mayHave(one)).toBe(all.some((each) => perhapsSame(each, one)));
      if (many.surelyHas(one)) expect(many.mayHave(one)).toBe(true);
    }),
  );
});

test('ten thousand decisions about as many recipients are gone through at once', () => {
  const consents = Array.from({ length: 10_000 }, (_, i) => ({
    id: `c${i}`,
    kind: 'consent',
    deleted: false,
    fields: { of: 'p', to: 'sharing', decision: i % 3 === 0 ? 'no' : 'yes', recipient: `Mərkəz ${i}` },
    created: { by: 'm', at: i },
    updated: { by: 'm', at: i },
  }));
  expect(standingShares(consents, 'p')).toHaveLength(6666);
});

test.each([
  ['Рассвет', 'Приют «Рассвет»'],
  ['Приют «Рассвет»', 'Рассвет'],
  ['Sunrise', 'Sunrise shelter'],
  ['Sunrise, Baku', 'Sunrise'],
  ['Sun rise', 'Sunrise'],
])('a "no" to %s stops an older "yes" to %s', (no, yes) => {
  const consents = [
    ['a', yes, 'yes', 1],
    ['b', no, 'no', 2],
  ] as const;
  const records = consents.map(([id, recipient, decision, at]) => ({
    id,
    kind: 'consent',
    deleted: false,
    fields: { of: 'p', to: 'sharing', recipient, decision, parts: ['account'] },
    created: { by: 'leyla', at },
    updated: { by: 'leyla', at },
  }));
  expect(standingShares(records, 'p')).toEqual([]);
});

test('a "no" to one of two whose names are apart leaves the other', () => {
  const named = (name: string) => ({ id: '', name });
  expect(perhapsSame(named('Hope shelter'), named('Sunrise shelter'))).toBe(false);
  expect(perhapsSame(named('Office number 1'), named('Office number 12'))).toBe(false);
});
