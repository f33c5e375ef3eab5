import type { CountryCode, Language } from '@dayaq/domain';
import type { Role } from '@dayaq/vault/client';

/** Somebody who works in the demo. All of them, and both organisations, are invented. */
export interface DemoMember {
  /** How the other files of the demo call them. */
  key: string;
  name: string;
  role: Role;
  keyholder: boolean;
  /** What they write in; the first most of the time. */
  languages: readonly Language[];
  /** What they mostly do: decides who writes which part of a case. */
  work: 'coordinates' | 'street' | 'law' | 'reads';
  hours: string;
  /** The day on which they joined. */
  since: string;
}

export interface DemoOrganisation {
  key: 'yaxin-el' | 'charogh';
  name: string;
  country: CountryCode;
  language: Language;
  /** The first one founds it. */
  members: readonly DemoMember[];
  /** How many generated cases it has, and from which seed. */
  cases: { count: number; seed: number };
}

export const ORGANISATIONS: readonly DemoOrganisation[] = [
  {
    key: 'yaxin-el',
    name: 'Yaxın Əl',
    country: 'az',
    language: 'az',
    cases: { count: 320, seed: 1709 },
    members: [
      {
        key: 'leyla',
        name: 'Leyla Q.',
        role: 'coordinator',
        keyholder: true,
        languages: ['az'],
        work: 'coordinates',
        hours: '10:00–18:00',
        since: '2023-03-01',
      },
      {
        key: 'rena',
        name: 'Rəna M.',
        role: 'caseworker',
        keyholder: true,
        languages: ['az'],
        work: 'street',
        hours: '14:00–22:00',
        since: '2023-03-06',
      },
      {
        key: 'tural',
        name: 'Tural A.',
        role: 'caseworker',
        keyholder: false,
        languages: ['az', 'ru'],
        work: 'street',
        hours: '10:00–18:00',
        since: '2023-04-17',
      },
      {
        key: 'elchin',
        name: 'Эльчин Т.',
        role: 'caseworker',
        keyholder: false,
        languages: ['ru'],
        work: 'street',
        hours: '12:00–20:00',
        since: '2023-05-02',
      },
      {
        key: 'nigar',
        name: 'Nigar S.',
        role: 'caseworker',
        keyholder: false,
        languages: ['en', 'az'],
        work: 'law',
        hours: '09:00–17:00',
        since: '2023-05-15',
      },
      {
        key: 'gunel',
        name: 'Günel V.',
        role: 'viewer',
        keyholder: false,
        languages: ['en'],
        work: 'reads',
        hours: '',
        since: '2024-02-05',
      },
    ],
  },
  {
    key: 'charogh',
    name: 'Чароғи ҳамсоя',
    country: 'tj',
    language: 'tg',
    cases: { count: 140, seed: 2603 },
    members: [
      {
        key: 'zarina',
        name: 'Зарина Н.',
        role: 'coordinator',
        keyholder: true,
        languages: ['tg'],
        work: 'coordinates',
        hours: '09:00–17:00',
        since: '2023-06-01',
      },
      {
        key: 'firuz',
        name: 'Фирӯз К.',
        role: 'caseworker',
        keyholder: true,
        languages: ['tg'],
        work: 'street',
        hours: '13:00–21:00',
        since: '2023-06-05',
      },
      {
        key: 'olga',
        name: 'Ольга Р.',
        role: 'caseworker',
        keyholder: false,
        languages: ['ru', 'en'],
        work: 'law',
        hours: '09:00–17:00',
        since: '2023-07-03',
      },
      {
        key: 'madina',
        name: 'Мадина Ҳ.',
        role: 'viewer',
        keyholder: false,
        languages: ['tg'],
        work: 'reads',
        hours: '',
        since: '2024-09-02',
      },
    ],
  },
];
