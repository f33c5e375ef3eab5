import type { PackFramework } from './pack.ts';

/** What was won after the raids of June 2014 in Dushanbe, and what became of it in 2016. */
export const TJ_2014: PackFramework = {
  key: 'tj-2014',
  country: 'tj',
  type: 'agreement',
  name: {
    en: 'End of the police campaign against key populations (2014)',
    az: 'Əsas qruplara qarşı polis kampaniyasının dayandırılması (2014)',
    ru: 'Прекращение полицейской кампании против ключевых групп (2014)',
    tg: 'Қатъи маъракаи пулис бар зидди гурӯҳҳои калидӣ (2014)',
  },
  body: 'Crisis response team: UN Resident Coordinator, UN Joint Team, about 20 organisations',
  period: { day: '2014-06', until: '2016' },
  source: 'UNAIDS case study on Tajikistan, pages on 2014 and on the renewed crackdown',
  themes: [
    {
      key: 'won',
      name: {
        en: 'What the government agreed to',
        az: 'Hökumət nəyə razılaşdı',
        ru: 'На что согласилось правительство',
        tg: 'Ҳукумат ба чӣ розӣ шуд',
      },
      commitments: [
        {
          key: 'campaign',
          what: 'promise',
          place: 'A coalition of human rights defenders brings change',
          name: {
            en: 'End the police campaign',
            az: 'Polis kampaniyasını dayandırmaq',
            ru: 'Прекратить полицейскую кампанию',
            tg: 'Қатъ кардани маъракаи пулис',
          },
          text: 'The Ministry of Health and Social Protection and the Ministry of Internal Affairs agreed to end it.',
          written: 'from early autumn 2014',
          start: { day: '2014-09', about: true },
          partners: 'Ministry of Health and Social Protection, Ministry of Internal Affairs',
          said: [
            {
              key: '2014',
              voice: 'independent',
              who: 'UNAIDS',
              rating: 'done',
              date: { day: '2014-09', about: true },
              words:
                'From early autumn 2014, no national law enforcement action was taken against sex workers, gay men and other men who have sex with men and people who inject drugs.',
              source: 'Case study, “A coalition of human rights defenders brings change”',
            },
            {
              key: '2016',
              voice: 'independent',
              who: 'UNAIDS',
              rating: 'gone-back',
              date: { day: '2016', about: true },
              words:
                'By another body, in another region, against organisations: the State Prosecutor’s Office in the Sogd region issued warrants to inspect organisations that work with sex workers and gay men, and began a campaign to shut them down.',
              source: 'Case study, “Renewed crackdown”',
            },
          ],
        },
        {
          key: 'strategy',
          what: 'promise',
          place: 'A coalition of human rights defenders brings change',
          name: {
            en: 'National Strategic Plan on HIV/AIDS for 2015–2017 that promotes the rights of key populations',
            az: 'Əsas qrupların hüquqlarını dəstəkləyən 2015–2017 üçün HİV/QİÇS üzrə Milli Strateji Plan',
            ru: 'Национальный стратегический план по ВИЧ/СПИДу на 2015–2017 годы, поддерживающий права ключевых групп',
            tg: 'Нақшаи миллии стратегӣ оид ба ВИЧ/СПИД барои 2015–2017, ки ҳуқуқи гурӯҳҳои калидиро дастгирӣ мекунад',
          },
          written: '2015–2017',
          start: { day: '2015', until: '2017' },
        },
      ],
    },
  ],
};
