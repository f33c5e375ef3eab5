import type { PackFramework } from './pack.ts';

/** What a review of Azerbaijan asked of it about gender-based violence, as a coalition counted it before its text was brought. */
export const AZ_UPR_GBV: PackFramework = {
  key: 'az-upr-gbv',
  country: 'az',
  type: 'review-cycle',
  name: {
    en: 'Universal Periodic Review: recommendations on gender-based violence',
    az: 'Universal Dövri İcmal: gender əsaslı zorakılığa dair tövsiyələr',
    ru: 'Универсальный периодический обзор: рекомендации о гендерном насилии',
    tg: 'Баррасии даврии умумӣ: тавсияҳо оид ба зӯроварии гендерӣ',
  },
  body: 'UN Human Rights Council',
  source: 'Statement of a national coalition of six organisations on gender-based violence',
  note: 'Only how many there are is known: 7, 5, 3 and 3. Bring their own words and break them up.',
  themes: [
    {
      key: 'asked',
      name: {
        en: 'What was recommended',
        az: 'Nə tövsiyə olunub',
        ru: 'Что было рекомендовано',
        tg: 'Чӣ тавсия шудааст',
      },
      commitments: [
        {
          key: 'violence',
          what: 'recommendation',
          count: 7,
          place: 'Statement, recommendations received',
          answer: 'not-known',
          name: {
            en: 'Combat violence against women',
            az: 'Qadınlara qarşı zorakılıqla mübarizə aparmaq',
            ru: 'Бороться с насилием в отношении женщин',
            tg: 'Мубориза бо зӯроварӣ нисбат ба занон',
          },
        },
        {
          key: 'istanbul',
          what: 'recommendation',
          count: 5,
          place: 'Statement, recommendations received',
          answer: 'not-known',
          name: {
            en: 'Ratify the Istanbul Convention',
            az: 'İstanbul Konvensiyasını ratifikasiya etmək',
            ru: 'Ратифицировать Стамбульскую конвенцию',
            tg: 'Тасдиқ кардани Конвенсияи Истанбул',
          },
          said: [
            {
              key: 'coalition',
              voice: 'organisation',
              who: 'Coalition of six organisations',
              rating: 'not-begun',
              date: { day: '2022', until: '2023', about: true },
              words: 'The Istanbul Convention has not yet been ratified.',
              source: 'Statement, significant challenges',
            },
          ],
        },
        {
          key: 'reforms',
          what: 'recommendation',
          count: 3,
          place: 'Statement, recommendations received',
          answer: 'not-known',
          name: {
            en: 'Legal reforms and a National Action Plan',
            az: 'Hüquqi islahatlar və Milli Fəaliyyət Planı',
            ru: 'Правовые реформы и национальный план действий',
            tg: 'Ислоҳоти ҳуқуқӣ ва Нақшаи миллии амал',
          },
        },
        {
          key: 'awareness',
          what: 'recommendation',
          count: 3,
          place: 'Statement, recommendations received',
          answer: 'not-known',
          name: {
            en: 'Raise awareness and strengthen responses',
            az: 'Məlumatlılığı artırmaq və cavab tədbirlərini gücləndirmək',
            ru: 'Повышать осведомлённость и усиливать реагирование',
            tg: 'Баланд бардоштани огоҳӣ ва таҳкими вокуниш',
          },
        },
      ],
    },
    {
      key: 'reached',
      name: {
        en: 'Key achievements, as the coalition names them',
        az: 'Koalisiyanın qeyd etdiyi əsas nailiyyətlər',
        ru: 'Главные достижения, которые называет коалиция',
        tg: 'Дастовардҳои асосӣ, ки эътилоф ном мебарад',
      },
      commitments: [
        {
          key: 'plan-2020',
          what: 'achievement',
          place: 'Statement, key achievements',
          name: {
            en: 'National Action Plan to Combat Domestic Violence for 2020-2023 adopted',
            az: '2020–2023-cü illər üçün məişət zorakılığına qarşı Milli Fəaliyyət Planı qəbul edilib',
            ru: 'Принят Национальный план действий против домашнего насилия на 2020–2023 годы',
            tg: 'Нақшаи миллии амал бар зидди зӯроварии хонаводагӣ барои 2020–2023 қабул шуд',
          },
          start: { day: '2020', until: '2023' },
          written: '2020-2023',
        },
        {
          key: 'shelter-2020',
          what: 'achievement',
          place: 'Statement, key achievements',
          name: {
            en: 'A new state-funded shelter established',
            az: 'Dövlət tərəfindən maliyyələşdirilən yeni sığınacaq yaradılıb',
            ru: 'Создан новый приют на средства государства',
            tg: 'Паноҳгоҳи нав бо маблағи давлат таъсис ёфт',
          },
          start: { day: '2020' },
          written: 'in 2020',
        },
        {
          key: 'trainings',
          what: 'achievement',
          place: 'Statement, key achievements',
          name: {
            en: 'Training sessions for several judges, lawyers and other legal professionals',
            az: 'Bir neçə hakim, vəkil və digər hüquqşünas üçün təlimlər',
            ru: 'Обучение нескольких судей, адвокатов и других юристов',
            tg: 'Омӯзиш барои якчанд судя, вакил ва дигар ҳуқуқшиносон',
          },
        },
      ],
    },
    {
      key: 'missing',
      name: {
        en: 'Challenges',
        az: 'Çətinliklər',
        ru: 'Проблемы',
        tg: 'Мушкилот',
      },
      commitments: [
        {
          key: 'services',
          what: 'challenge',
          place: 'Statement, issue I',
          name: {
            en: 'A lack of support services for survivors of gender-based violence',
            az: 'Gender əsaslı zorakılıqdan zərər çəkənlər üçün dəstək xidmətlərinin çatışmazlığı',
            ru: 'Нехватка помощи пережившим гендерное насилие',
            tg: 'Нарасидани хизматрасонии дастгирӣ барои осебдидагони зӯроварии гендерӣ',
          },
        },
        {
          key: 'cyber',
          what: 'challenge',
          place: 'Statement, issue II',
          name: {
            en: 'Cyber-attacks against feminist activists; none of the cases resolved or redressed',
            az: 'Feminist fəallara qarşı kiberhücumlar; işlərin heç biri həll olunmayıb',
            ru: 'Кибератаки на феминистских активисток; ни один случай не разрешён',
            tg: 'Ҳамлаҳои киберӣ ба фаъолони феминист; ягон ҳолат ҳал нашудааст',
          },
        },
      ],
    },
    {
      key: 'ours',
      name: {
        en: 'What the coalition recommends',
        az: 'Koalisiya nə tövsiyə edir',
        ru: 'Что рекомендует коалиция',
        tg: 'Эътилоф чӣ тавсия мекунад',
      },
      commitments: [
        {
          key: 'shelters',
          what: 'our-recommendation',
          place: 'Statement, recommendations for the first issue',
          name: {
            en: 'More shelters countrywide, to international standards and inclusive',
            az: 'Ölkə üzrə beynəlxalq standartlara uyğun, hamı üçün açıq daha çox sığınacaq',
            ru: 'Больше приютов по стране, по международным нормам и для всех',
            tg: 'Паноҳгоҳҳои бештар дар тамоми кишвар, мувофиқи меъёрҳои байналмилалӣ ва барои ҳама',
          },
          text: 'Increase the number of shelters for survivors of gender-based violence countrywide to meet international standards and ensure their inclusivity, particularly for vulnerable populations like LGBTQ+ individuals.',
        },
        {
          key: 'rape-centres',
          what: 'our-recommendation',
          place: 'Statement, recommendations for the first issue',
          name: {
            en: 'Specialised rape crisis centres, and forensic testing at every hour',
            az: 'Zorlamadan zərər çəkənlər üçün ixtisaslaşmış mərkəzlər və 24 saat məhkəmə-tibbi müayinə',
            ru: 'Специализированные кризисные центры и круглосуточная судебная экспертиза',
            tg: 'Марказҳои махсуси бӯҳронӣ ва экспертизаи судии шабонарӯзӣ',
          },
          text: 'Ensure the establishment of specialized rape crisis centres and provide 24/7 forensic testing for victims of sexual assault and rape.',
        },
        {
          key: 'investigate',
          what: 'our-recommendation',
          place: 'Statement, recommendation for the second issue',
          name: {
            en: 'Investigate cyber-attacks and hold those responsible to account',
            az: 'Kiberhücumları araşdırmaq və məsul şəxsləri cavabdehliyə cəlb etmək',
            ru: 'Расследовать кибератаки и привлечь виновных к ответу',
            tg: 'Таҳқиқи ҳамлаҳои киберӣ ва ба ҷавобгарӣ кашидани гунаҳкорон',
          },
          text: 'Launch an investigation and ensure accountability for those responsible for cyber-attacks and online harassment against feminist activists.',
        },
      ],
    },
  ],
};

/** What the committee on the women's convention concluded on Azerbaijan's sixth report, as far as our source tells it. */
export const AZ_CEDAW_2022: PackFramework = {
  key: 'az-cedaw-2022',
  country: 'az',
  type: 'treaty-body',
  name: {
    en: 'CEDAW: concluding observations on the sixth periodic report (2022)',
    az: 'CEDAW: altıncı dövri hesabat üzrə yekun qeydlər (2022)',
    ru: 'КЛДЖ: заключительные замечания по шестому периодическому докладу (2022)',
    tg: 'CEDAW: мулоҳизаҳои хотимавӣ оид ба ҳисоботи даврии шашум (2022)',
  },
  body: 'UN Committee on the Elimination of Discrimination against Women',
  period: { day: '2022' },
  source: 'As a published response story tells it; the observations themselves are to be brought',
  themes: [
    {
      key: 'concern',
      name: {
        en: 'What the Committee is concerned about',
        az: 'Komitəni nə narahat edir',
        ru: 'Что вызывает обеспокоенность Комитета',
        tg: 'Кумитаро чӣ нигарон мекунад',
      },
      commitments: [
        {
          key: 'shelter-by-ngos',
          what: 'challenge',
          place: 'Response story, first paragraph',
          name: {
            en: 'The state relies on non-governmental organizations to provide shelter',
            az: 'Dövlət sığınacaq verməyi qeyri-hökumət təşkilatlarına həvalə edir',
            ru: 'Государство полагается на неправительственные организации в предоставлении приюта',
            tg: 'Давлат додани паноҳгоҳро ба дӯши созмонҳои ғайридавлатӣ мегузорад',
          },
        },
      ],
    },
    {
      key: 'asked',
      name: {
        en: 'What the Committee recommends',
        az: 'Komitə nə tövsiyə edir',
        ru: 'Что рекомендует Комитет',
        tg: 'Кумита чӣ тавсия медиҳад',
      },
      commitments: [
        {
          key: 'penalties',
          what: 'recommendation',
          place: 'Response story, first paragraph',
          answer: 'not-known',
          name: {
            en: 'Abolish penalties against women for prostitution',
            az: 'Fahişəliyə görə qadınlara cəza tətbiqini ləğv etmək',
            ru: 'Отменить наказания женщин за проституцию',
            tg: 'Бекор кардани ҷазои занон барои танфурӯшӣ',
          },
        },
        {
          key: 'exploitation',
          what: 'recommendation',
          place: 'Response story, first paragraph',
          answer: 'not-known',
          name: {
            en: 'Criminalize sexual exploitation',
            az: 'Cinsi istismarı cinayət saymaq',
            ru: 'Криминализовать сексуальную эксплуатацию',
            tg: 'Ҷиноят донистани истисмори ҷинсӣ',
          },
        },
        {
          key: 'leaving',
          what: 'recommendation',
          place: 'Response story, first paragraph',
          answer: 'not-known',
          name: {
            en: 'Support programs for those who wish to leave sex work',
            az: 'Seks işindən çıxmaq istəyənlər üçün dəstək proqramları',
            ru: 'Программы поддержки для тех, кто хочет уйти из секс-работы',
            tg: 'Барномаҳои дастгирӣ барои онҳое, ки мехоҳанд кори ҷинсиро тарк кунанд',
          },
        },
      ],
    },
  ],
};
