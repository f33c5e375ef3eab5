import { expect, it } from 'vitest';
import { localVoice } from './hear.ts';

const voice = (lang: string, localService: boolean) => ({ lang, localService });

it('no voice that speaks by a server is told what somebody is asked', () => {
  expect(localVoice([voice('ru-RU', false), voice('ru', false)], 'ru')).toBeNull();
  const own = voice('ru-RU', true);
  expect(localVoice([voice('ru-RU', false), own], 'ru')).toBe(own);
});

it('a question is read by a voice of its language and no other', () => {
  const voices = [voice('tr-TR', true), voice('en_GB', true), voice('az-AZ', true)];
  expect(localVoice(voices, 'az')?.lang).toBe('az-AZ');
  expect(localVoice(voices, 'en')?.lang).toBe('en_GB');
  expect(localVoice(voices, 'tg')).toBeNull();
});
