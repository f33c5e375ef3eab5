/** What stands in cells for a code, beside the names that codes have here. List → code → words, by commas. */
export const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  answer: {
    yes: 'yes, y, true, 1, +, да, д, bəli, hə, ҳа, бале',
    no: 'no, n, false, 0, нет, н, xeyr, yox, не',
    unknown: 'unknown, не знаю, неизвестно, bilinmir, номаълум',
  },
  statuses: {
    new: 'new, open, opened, yeni, açıq, новое, новый, открыто, открыт, нав, кушода',
    'in-progress':
      'in progress, active, ongoing, icrada, davam edir, в работе, в процессе, решается, активно, дар кор, идома дорад',
    waiting: 'waiting, pending, on hold, gözləyir, ожидание, ожидает, ждет, дар интизор',
    closed:
      'closed, done, finished, completed, resolved, bağlı, bağlanıb, bitib, həll olunub, закрыто, закрыт, завершено, решено, пӯшида, анҷом ёфт',
  },
  'gender-identities': {
    woman: 'f, female, woman, w, girl, q, qadın, qız, k, ж, жен, женский, женщина, зан, духтар',
    man: 'm, male, man, boy, kişi, oğlan, м, муж, мужской, мужчина, мард, писар',
    'trans-woman': 'tw, trans woman, trans qadın, тж, транс женщина, трансженщина, трансгендерная женщина',
    'trans-man': 'tm, trans man, trans kişi, тм, транс мужчина, трансмужчина, трансгендерный мужчина',
    'non-binary': 'nb, non binary, небинарный, небинарная',
  },
  'sex-recorded': {
    female: 'f, female, q, qadın, ж, жен, женский, зан',
    male: 'm, male, kişi, м, муж, мужской, мард',
  },
  populations: {
    'living-with-hiv':
      'plhiv, plwh, hiv+, люди с вич, лжв, живет с вич, лжвс, iiv+, iiv ilə yaşayan, заявитель с вич',
    'sex-work':
      'sw, fsw, sex worker, ср, жср, секс работник, секс работница, секс работа, seks işçisi, сех коргар, корманди секс',
    'uses-drugs':
      'pwud, pwid, idu, drug user, пин, лун, люин, потребитель наркотиков, употребляет наркотики, nif, narkotik istifadəçisi, истеъмолкунандаи маводи мухаддир',
    'partner-of-drug-user': 'partner of pwid, партнер лун, партнер люин',
    trans: 'tg, trans, transgender, трансгендер, трансгендерный человек, тг, trans şəxs',
    'gay-bisexual-man': 'msm, gay, gays, мсм, гей, ksk, gey',
    'lesbian-bisexual-woman': 'lesbian, wsw, лесбиянка, жсж, lezbi',
    'ex-prisoner':
      'ex prisoner, released, бывший заключенный, освободившийся, azadlığa çıxmış, маҳбуси собиқ',
    'in-prison': 'prisoner, in prison, заключенный, в тюрьме, məhbus, маҳбус',
    tuberculosis: 'tb, туб, тб, туберкулез, vərəm, сил',
    'hepatitis-c': 'hcv, гепатит c, гепатит с, hepatit c',
    migrant: 'migrant, мигрант, miqrant, муҳоҷир',
    'violence-survivor':
      'gbv, dv, survivor of violence, survivor, жертва насилия, пережившая насилие, дн, насилие, zorakılığa məruz qalan, зӯроварӣ дида',
    'rights-defender': 'hrd, defender, правозащитник, hüquq müdafiəçisi, ҳуқуқҳимоякунанда',
  },
  'violation-types': {
    'care-denied':
      'denial of care, refusal of medical care, denied treatment, отказ в медпомощи, отказ в медицинской помощи, отказ в лечении, отказ в обслуживании, отказ в озт, отказ в птао, отказ в арт, oət verilməyib, oetden imtina, tibbi yardımdan imtina, tibbi xidmətdən imtina, рад кардани кӯмаки тиббӣ',
    'treatment-interrupted':
      'treatment interrupted, прерывание терапии, прерывание лечения, müalicənin kəsilməsi',
    'forced-test':
      'forced test, forced testing, принудительное тестирование, принудительный анализ, məcburi test, маҷбуран санҷидан',
    'secrecy-breached':
      'disclosure, disclosure of status, breach of confidentiality, разглашение, разглашение диагноза, разглашение статуса, нарушение тайны, sirrin açıqlanması, statusun açıqlanması, фош кардани сир',
    'degrading-care':
      'stigma, stigma in health care, грубое обращение, унижение в больнице, стигма, təhqiramiz rəftar',
    'detained-unlawfully':
      'unlawful detention, arbitrary detention, illegal detention, незаконное задержание, задержание, qanunsuz saxlanma, əsassız saxlanma, нигоҳдории ғайриқонунӣ',
    extortion:
      'extortion, bribe, blackmail, шантаж, şantaj, santaj, вымогательство, взятка, rüşvət tələbi, pul tələbi, тамаъҷӯӣ',
    'physical-violence':
      'physical violence, physical assault, assault, beating, beaten, hit, избиение, избил, избили, избит, бил, били, физическое насилие, побои, döyülmə, döydü, döyüblər, fiziki zorakılıq, лату кӯб, латукӯб, задан, зад, зӯроварии ҷисмонӣ',
    'sexual-violence':
      'sexual violence, sexual assault, rape, raped, сексуальное насилие, изнасилование, изнасиловал, изнасиловали, cinsi zorakılıq, zorlama, zorladı, zorlayıb, təcavüz, cinsi təcavüz, таҷовуз, зӯроварии ҷинсӣ, таҷовуз ба номус',
    'partner-violence':
      'intimate partner violence, ipv, насилие партнера, партнерское насилие, насилие со стороны мужа, partnyor zorakılığı, ər zorakılığı',
    'family-violence':
      'domestic violence, family violence, домашнее насилие, семейное насилие, бытовое насилие, məişət zorakılığı, ailə zorakılığı, зӯроварӣ дар оила',
    threat: 'threat, threats, угроза, угрозы, hədə, hədələmə, təhdid, таҳдид',
    'identity-denied':
      'denial of id, no documents, отказ в документах, отказ в выдаче паспорта, sənəd verilməməsi',
    evicted: 'eviction, выселение, evdən çıxarılma, аз хона рондан',
    dismissed: 'dismissal, fired, увольнение, işdən çıxarılma, аз кор рондан',
    'resources-denied':
      'denial of resources, отказ в ресурсах, экономическое насилие, оставил без денег, без денег, не дает денег, left without money, economic violence, economic abuse, pulsuz qoyub, pul vermir, бе пул мондан, iqtisadi zorakılıq, имтиноъ аз захираҳо',
    'forced-marriage': 'forced marriage, принудительный брак, zorla evləndirmə, никоҳи маҷбурӣ',
    'early-marriage': 'early marriage, child marriage, ранний брак, erkən nikah, никоҳи барвақтӣ',
    outed: 'outing, аутинг, autinq',
    'hate-speech': 'hate speech, insult, insults, оскорбление, язык вражды, təhqir, nifrət nitqi',
    violence:
      'violence, psychological violence, psychological emotional abuse, emotional abuse, насилие, психологическое насилие, zorakılıq, psixoloji zorakılıq, зӯроварии равонӣ',
  },
  'perpetrator-types': {
    police:
      'police, police officer, полиция, сотрудник полиции, участковый, мвд, polis, polis əməkdaşı, пулис, милиса, милиция',
    'health-worker':
      'doctor, nurse, health worker, medical worker, врач, медсестра, медбрат, медработник, медицинский работник, больница, поликлиника, həkim, tibb bacısı, tibb işçisi, hekim, tibb iscisi, духтур, корманди тиб',
    partner:
      'husband, wife, spouse, partner, intimate partner, current partner, муж, жена, партнер, супруг, ər, həyat yoldaşı, шавҳар, зан',
    'former-partner':
      'ex husband, ex partner, former partner, бывший муж, бывший партнер, keçmiş ər, шавҳари собиқ',
    family:
      'family, relative, relatives, family member, primary caregiver, семья, родственник, родственники, родители, отец, брат, свекровь, ailə, qohum, qohumlar, хонавода, хешовандон',
    neighbour: 'neighbour, neighbor, neighbours, сосед, соседи, qonşu, ҳамсоя',
    landlord:
      'landlord, арендодатель, хозяин, хозяйка, хозяин квартиры, хозяйка квартиры, ev sahibi, соҳибхона',
    employer: 'employer, boss, работодатель, начальник, işəgötürən, корфармо',
    'sex-work-client': 'client, клиент, müştəri, муштарӣ',
    stranger:
      'stranger, unknown person, незнакомец, неизвестный, неизвестные, tanımadığı şəxs, naməlum şəxs, ношинос',
    'state-service':
      'asan xidmət, asan, state body, госорган, госслужба, чиновник, dövlət qurumu, мақомоти давлатӣ',
    school: 'school, teacher, школа, учитель, вуз, məktəb, müəllim, мактаб, омӯзгор',
    prison: 'prison, колония, сизо, тюрьма, həbsxana, зиндон',
  },
  'response-types': {
    counselling: 'counselling, consultation, консультация, консультирование, məsləhət, машварат',
    'primary-legal':
      'legal, legal aid, legal consultation, legal assistance, юрист, юридическая помощь, юридическая консультация, hüquqi yardım, hüquqi məsləhət, vəkil, юр консультация, юрконсультация, юр помощь, консультация юриста, консультация адвоката, hüquqşünas, hüquqşünas məsləhəti, кӯмаки ҳуқуқӣ, машварати ҳуқуқӣ',
    psychosocial:
      'psychosocial, psychosocial support, psychologist, психолог, психологическая помощь, психосоциальная помощь, консультация психолога, психологическая консультация, psixoloq, psixoloq məsləhəti, psixoloji məsləhət, psixoloji yardım, равоншинос, машварати равоншинос',
    escort: 'escort, accompaniment, сопровождение, müşayiət, ҳамроҳӣ',
    mediation: 'mediation, медиация, переговоры, vasitəçilik, миёнаравӣ',
    shelter: 'shelter, safe house, safe shelter, приют, убежище, шелтер, sığınacaq, паноҳгоҳ',
    'food-goods': 'food, goods, dignity kit, продукты, еда, гигиенический набор, ərzaq, озуқаворӣ',
    medical: 'medical, health, medical care, медицинская помощь, врач, tibbi yardım, кӯмаки тиббӣ',
    art: 'art, арт, arvt, восстановление терапии',
    ost: 'ost, озт, птао, oət',
    documents: 'documents, id, документы, восстановление документов, sənədlər, ҳуҷҷатҳо',
    cash: 'cash, money, деньги, материальная помощь, maddi yardım, кӯмаки пулӣ',
    information: 'information, информирование, информация, məlumatlandırma, иттилоот',
    advocacy: 'advocacy, адвокация, защита интересов',
    protection: 'protection, защита, müdafiə, ҳимоя',
  },
  channels: {
    outreach: 'outreach, аутрич, autriç',
    hotline: 'hotline, горячая линия, qaynar xətt, телефон доверия, хати боварӣ',
    'walk-in':
      'self, self referral, came by herself, walk in, сама, сам, самообращение, лично, özü, özü gəlib, шахсан',
    'third-party': 'friend, relative, через знакомых, подруга, друг, tanışlar vasitəsilə',
    referral:
      'partner organisation, ngo, referral, police, hospital, court, направили, нпо, полиция, больница, суд, yönləndirmə, qht, polis, xəstəxana, məhkəmə, пулис, беморхона',
    message: 'social media, facebook, instagram, whatsapp, telegram, соцсети, сообщение, sosial şəbəkə',
  },
  languages: {
    az: 'az, azerbaijani, азербайджанский, azərbaycan dili',
    ru: 'ru, russian, русский, rus dili, русӣ',
    tg: 'tj, tajik, таджикский, тоҷикӣ',
    en: 'english, английский, ingilis dili',
  },
  danger: {
    none: 'no, none, low, нет, низкий, yoxdur, aşağı, паст',
    some: 'some, medium, moderate, средний, есть, orta, миёна',
    high: 'high, critical, severe, высокий, критический, yüksək, баланд',
  },
  results: {
    worked:
      'done, successful, resolved, yes, выполнено, успешно, решено, оказана, həll olunub, icra edilib, иҷро шуд',
    refused: 'refused, отказ, отказано, imtina, рад шуд',
    waiting: 'in progress, waiting, в процессе, ожидание, icrada, gözləyir, дар интизор',
  },
  outcomes: {
    resolved: 'resolved, solved, решено, решен, положительный, həll olunub, ҳал шуд',
    'partly-resolved': 'partly, частично, частично решено, qismən, қисман',
    'not-resolved': 'not resolved, не решено, отрицательный, həll olunmayıb, ҳал нашуд',
    'contact-lost': 'contact lost, lost, потерян контакт, связь потеряна, əlaqə kəsilib',
    'person-stopped': 'withdrawn, отказался, отказалась, imtina edib',
  },
  services: {
    shelter: 'shelter, safe house, приют, убежище, шелтер, sığınacaq, паноҳгоҳ',
    'legal-aid':
      'lawyer, legal, legal consultation, юрист, адвокат, юридическая помощь, юр консультация, hüquqşünas, hüquqi məsləhət, ҳуқуқшинос',
    'mental-health': 'psychologist, psychosocial, психолог, психологическая помощь, psixoloq, равоншинос',
    'harm-reduction': 'needle exchange, обмен шприцев, снижение вреда, zərərin azaldılması',
    helpline: 'hotline, горячая линия, телефон доверия, qaynar xətt, хати боварӣ',
    'family-doctor': 'doctor, clinic, врач, поликлиника, həkim, poliklinika, духтур',
    'hiv-test': 'hiv testing, тест на вич, тестирование на вич, iiv testi, ташхиси внмо',
    'food-goods': 'food, clothes, продукты, еда, одежда, ərzaq, озуқаворӣ',
    'identity-papers': 'documents, восстановление документов, документы, sənədlər, ҳуҷҷатҳо',
  },
  'cost-purposes': {
    transport:
      'transport, taxi, bus, travel, транспорт, такси, проезд, дорога, nəqliyyat, taksi, нақлиёт, роҳкиро',
    food: 'food, еда, питание, продукты, qida, yemək, хӯрок',
    medicine: 'medicine, drugs, лекарства, лекарство, медикаменты, dərman, дору',
    'shelter-rent': 'rent, lodging, hotel, аренда, жилье, гостиница, kirayə, otel, иҷора',
    'clothes-goods': 'clothes, одежда, вещи, geyim, либос',
    'document-fees': 'state fee, fee, госпошлина, пошлина, rüsum, боҷ',
    'phone-internet': 'phone, internet, связь, телефон, интернет, telefon',
  },
  'stay-endings': {
    'moved-on': 'own flat, rented, сняла жилье, снял жилье, самостоятельное жилье, kirayə ev',
    'own-home': 'home, домой, evinə qayıtdı, ба хона',
    'other-shelter': 'other shelter, transferred, другой приют, перевод, başqa sığınacaq, паноҳгоҳи дигар',
    family: 'relatives, family, к родственникам, к родным, родственники, qohumlarının yanına, ба хешовандон',
    'back-to-danger':
      'back to husband, returned to abuser, вернулась к мужу, вернулась к агрессору, ərinin yanına qayıtdı, назди шавҳар баргашт',
    refused: 'refused, not admitted, отказ, отказано, отказали, не принята, imtina, qəbul edilmədi, рад шуд',
    'put-out': 'put out, expelled, выгнали, выселена, çıxarıldı, пеш карда шуд',
    rules: 'broke rules, нарушение правил, qaydaların pozulması',
    'time-over': 'time over, term ended, срок истек, истек срок, müddət bitdi, мӯҳлат тамом шуд',
  },
  'refusal-reasons': {
    full: 'full, no places, нет мест, мест нет, yer yoxdur, ҷой нест',
    papers: 'no documents, нет документов, без документов, sənəd yoxdur, бе ҳуҷҷат',
    children: 'because of children, из за детей, uşağa görə',
    'drug-use': 'drugs, употребление, narkotik',
  },
  'matter-types': {
    complaint: 'complaint, жалоба, заявление, şikayət, ərizə, шикоят, ариза',
    lawsuit: 'lawsuit, claim, court, иск, исковое заявление, суд, iddia, даъво',
    appeal: 'appeal, апелляция, кассация, apellyasiya, шикояти аппелятсионӣ',
    request: 'request, enquiry, запрос, sorğu, дархост',
    'protection-order':
      'protection order, охранный ордер, защитный ордер, защитное предписание, mühafizə orderi, амри ҳимоявӣ',
  },
};
