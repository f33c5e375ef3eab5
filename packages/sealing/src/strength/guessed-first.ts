/**
 * What somebody tries first who knows our users and their languages, each list with the likeliest first. In the
 * alphabets in which people write them; `fold.ts` brings all of them to one spelling. Invented by nobody and about
 * nobody: the commonest names, places and words, and what is said, sung and shouted most.
 */
const split = (text: string): string[] => text.trim().split(/\s+/u);

const FIRST_NAMES = split(`
  Əli Məhəmməd Hüseyn Aysel Leyla Nigar Günel Aytən Fatimə Zəhra Elçin Rəşad Orxan Murad Elnur Vüsal Ramil Samir Anar Tural
  Nicat Emin Kənan Ruslan Rövşən Vüqar İlqar İlham Heydər Mehriban Arzu Sevinc Sevda Səbinə Gülnar Gülnarə Lalə Nərgiz Aygün
  Aynur Ülviyyə Könül Türkan Nuray Nərmin Zeynəb Məryəm Xədicə Ayan Yusif Davud Ömər Həsən Əhməd İbrahim İsmayıl Mustafa Mahir
  Elvin Elşən Elmar Fərid Fərhad Fuad Cavid Ceyhun Natiq Namiq Nadir Nazim Azər Araz Aydın Azad Babək Bəxtiyar Eldar Elman Eynulla
  Rasim Ramin Rauf Rafiq Sabir Sahib Şahin Tahir Teymur Tofiq Vaqif Vasif Zaur Ziya Afaq Almaz Bahar Dilarə Elmira Esmira Firuzə
  Gülşən İradə Kəmalə Mətanət Nailə Nərminə Pərvanə Ramilə Rəna Röya Sara Şəbnəm Təranə Vəfa Yeganə Zümrüd Nihad Nurlan Sənan Ülvi
  Александр Дмитрий Максим Сергей Андрей Алексей Артем Илья Кирилл Михаил Никита Матвей Роман Егор Арсений Иван Денис Евгений Даниил
  Тимур Владислав Игорь Владимир Павел Руслан Марк Константин Тимофей Николай Степан Федор Виктор Олег Юрий Петр Антон Вадим Анатолий
  Анастасия Мария Анна Виктория Екатерина Наталья Марина Полина София Дарья Алиса Ксения Александра Елена Ольга Татьяна Ирина Юлия
  Светлана Людмила Надежда Любовь Вера Галина Валентина Нина Лариса Оксана Кристина Алина Диана Яна Маша Саша Даша Катя Настя Лена
  Наташа Аня Таня Оля Ира Света Юля Миша Дима Леша Сережа Коля Вова Паша Женя Ваня Костя Рома
  Фарангис Рустам Фирдавс Фаррух Далер Шахзод Сухроб Бахтиёр Ҷамшед Парвиз Искандар Исмоил Абдулло Муҳаммад Алишер Азиз Умед Комрон
  Манучеҳр Меҳрубон Зарина Нигина Мадина Ситора Шабнам Фирӯза Парвина Малика Гулнора Дилноза Мавзуна Мунира Нилуфар Рухшона Саодат Тахмина
  Хуршед Шоира Ясмин Ойша Хадича Фотима Марям Зулайхо Сафия Рудаба Нозанин Анора Баҳор Гулчеҳра Дилафрӯз Зебо Лола Назира Озода Сарвиноз
  Эмомалӣ Эмомали Раҳмон Ҳасан Ҳусейн Умар Усмон Абубакр Юсуф Сомон Сиёвуш Баҳром Ҷаҳонгир Фарҳод Шариф Насим Наврӯз Сорбон
  James John Robert Michael William David Richard Joseph Thomas Charles Daniel Matthew Anthony Mark George Andrew Joshua Jessica
  Mary Patricia Jennifer Linda Elizabeth Barbara Susan Sarah Karen Lisa Nancy Emily Emma Olivia Sophia Mia Anna Kate Maria Alex Sam
`);

const FAMILY_NAMES = split(`
  Məmmədov Məmmədova Əliyev Əliyeva Həsənov Həsənova Hüseynov Hüseynova Quliyev Quliyeva İbrahimov İbrahimova İsmayılov İsmayılova
  Əhmədov Əhmədova Abbasov Abbasova Babayev Babayeva Cəfərov Cəfərova Həmidov Kərimov Kərimova Mustafayev Mustafayeva Mehdiyev Mirzəyev
  Musayev Nəbiyev Orucov Paşayev Paşayeva Qasımov Qasımova Rəhimov Rəhimova Rzayev Rzayeva Səfərov Səmədov Süleymanov Süleymanova Vəliyev
  Vəliyeva Yusifov Zeynalov Ağayev Bağırov Əsgərov Nuriyev Hacıyev Hacıyeva Məlikov Novruzov Tağıyev Xəlilov
  Иванов Иванова Смирнов Смирнова Кузнецов Кузнецова Попов Попова Васильев Васильева Петров Петрова Соколов Соколова Михайлов Новиков
  Федоров Морозов Волков Алексеев Лебедев Семенов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Путин
  Раҳмон Рахмонов Рахмонова Раҳимов Раҳимова Каримов Каримова Шарифов Шарифова Назаров Назарова Саидов Саидова Холов Холова Юсупов Юсупова
  Мирзоев Мирзоева Давлатов Давлатова Сафаров Сафарова Одинаев Одинаева Қурбонов Курбонова Раҷабов Раджабов Ҳакимов Исмоилов Абдуллоев Зоиров
  Smith Johnson Williams Brown Jones Garcia Miller Davis Wilson Taylor
`);

const PLACES = split(`
  Azərbaycan Bakı Gəncə Sumqayıt Qarabağ Şuşa Xankəndi Naxçıvan Lənkəran Mingəçevir Şəki Şirvan Quba Qəbələ Şamaxı Xaçmaz Qusar Zaqatala
  Balakən Qax Tovuz Qazax Ağdam Füzuli Cəbrayıl Laçın Kəlbəcər Zəngilan Qubadlı Bərdə Yevlax Göyçay Sabirabad Salyan Masallı Astara Lerik
  Neftçala İmişli Beyləqan Ağcabədi Tərtər Naftalan Goranboy Şəmkir Gədəbəy Daşkəsən İçərişəhər Xırdalan Abşeron Biləcəri Xəzər Kür Araz
  Nizami Nəsimi Yasamal Nərimanov Sabunçu Suraxanı Xətai Azərbaycanlı Vətən Respublika
  Азербайджан Баку Таджикистан Душанбе Россия Москва Питер Ленинград Россия Кавказ Сибирь Казань Махачкала Дербент Тбилиси Ташкент Киев
  Украина Самарканд Бухара Казахстан Турция Стамбул Анкара Иран Тебриз Германия Берлин Париж Лондон Европа Америка
  Тоҷикистон Хуҷанд Хуҷанди Худжанд Кӯлоб Куляб Бохтар Кургантюбе Хоруғ Хорог Панҷакент Пенджикент Истаравшан Исфара Конибодом Турсунзода
  Ҳисор Ваҳдат Норак Рашт Ғарм Бадахшон Помир Памир Суғд Хатлон Зарафшон Варзоб Фархор Восеъ Данғара Ёвон Шаҳритус Кангурт Мурғоб Ишкошим Рӯшон
  Istanbul Turkey Turkiye Ankara Antalya London Paris Berlin Moscow Dubai America Europe Germany France Georgia Tbilisi Batumi Russia
`);

const CALENDAR = split(`
  yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr bazar şənbə cümə çərşənbə bahar yay payız qış bazarertəsi
  январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь января февраля марта апреля мая июня июля августа
  сентября октября ноября декабря понедельник вторник среда четверг пятница суббота воскресенье весна лето осень зима
  январ феврал апрел июн июл сентябр октябр ноябр декабр душанбе сешанбе чоршанбе панҷшанбе ҷумъа шанбе якшанбе баҳор тобистон тирамоҳ зимистон
  january february march april june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday spring summer autumn winter novruz наврӯз навруз ramazan рамазон qurban bayram иди қурбон фитр iyirmi
`);

const FAITH = split(`
  allah аллах аллоҳ bismillah бисмиллах бисмиллоҳ рахман раҳмон рахим раҳим ар ur rahman rahim subhanallah elhamdulillah алхамдулиллах
  машаллах maşallah mashallah inşallah иншаллах иншоаллоҳ inshallah allahu akbar акбар əkbər lailahəilləllah la ilahə illəllah мухаммад расул
  peyğəmbər пайғамбар quran qurani quran kərim қуръон коран namaz намоз oruc рӯза dua дуо imam имам hacı həcc məkkə mədinə kərbəla əhli beyt ya hüseyn
  islam ислом müsəlman мусулмон мусульманин худо худоё tanrı rəbbim господи боже бог христос иисус jesus christ god lord heaven angel
  amin аминь omin pray prayer bless church ангел храни спаси сохрани əlhəmdülillah səlavat yasin fatihə ixlas ислам тавба чаннат ҷаннат cənnət
`);

const SHOUTED = split(`
  qarabağ qarabag fk qarabağfk neftçi neftci zirə sabah səbail fənərbaxça fenerbahce qalatasaray galatasaray beşiktaş besiktas trabzonspor
  истиклол истиқлол барселона barcelona реал мадрид realmadrid real madrid спартак зенит цска динамо локомотив манчестер manchester united
  liverpool chelsea arsenal juventus bayern psg messi месси ronaldo роналдо cristiano neymar ferrari bmw mercedes мерседес porsche toyota samsung iphone
  azadlıq zəfər dəmir yumruq dəmiryumruq milli şəhid igid ordu vətən respublikası bayrağı cümhuriyyət xalq qələbə ilham əliyev heydər ulu öndər
  пешвои миллат пешво ваҳдат истиқлолият озодӣ свобода победа россия путин слава украине мир труд май dayaq даяк даяқ bizimdir
`);

const SAID = split(`
  parol şifrə sifre пароль рамз password passphrase admin user test login salam салам салом привет hello dünya мир дунё world
  mən sən o biz siz onlar bu bir və ya da ki də çox az yox hə bəli sevirəm səni seni məni canım həyatım ürəyim gözəlim balam əzizim anam atam ana ata
  bacım qardaşım bacı qardaş oğlum qızım oğul qız nənə baba ailə ailəm ev evim məktəb iş həyat sevgi eşq dost dostum ürək gözəl yaxşı pis
  böyük kiçik gün gecə səhər axşam su çörək çay ad adım il yaş yol qapı kitab telefon pul maşın uşaq qadın kişi insan ulduz günəş ay dəniz gül
  necəsən nə var yaşasın mənim sənin bizim var idi olsun gəl get qaranquş şəhər kənd torpaq dil azərbaycanım əsgər müəllim xoşbəxt xəyal
  я ты он она мы вы они и в не на что с как это все но у за так то по да нет мой моя мое твой люблю тебя меня любимая любимый жизнь
  любовь солнце солнышко мама папа мать отец брат сестра сын дочь семья дом друг подруга дети ребенок бабушка дедушка кошка собака котик зайка
  хорошо плохо большой маленький день ночь утро вечер вода хлеб чай имя год время школа работа город страна мир душа сердце красивый
  добрый самый моя родина навсегда счастье удача сила деньги машина телефон книга земля небо море цветок роза звезда луна девочка мальчик
  ман ту ӯ мо шумо онҳо ин он ва аз ба бо дар барои ки не ҳа дӯст медорам дӯстат туро маро ҷонам ҷони дили дилам ҳаёт ишқ муҳаббат модар падар
  модарам падарам бародар хоҳар писар духтар фарзанд оила хона дӯстам рафиқ об нон чой ном номи сол рӯз шаб субҳ бегоҳ мактаб кор шаҳр деҳа
  ватан ватанам тоҷик тоҷикам миллат забон замин осмон офтоб моҳ ситора гул дарё кӯҳ дил ҷон зебо хуб бад калон хурд азизам модарҷон китоб
  the be to of and a in that have i it for not on with he as you do at this but his by from they we say her she or an will my one all would
  there their what so up out if about who get which go me when make can like time no just him know take people into year your good some could
  them see other than then now look only come its over think also back after use two how our work first well way even new want because any
  these give day most us is are was love baby girl boy mother father sister brother mom dad son daughter family friend friends home house heart
  life world happy much forever always never god angel princess king queen star sun moon sky sea flower rose dog cat horse lion tiger monkey
  dragon money music dance beautiful sweet little big great greatest best last long old right high small large next early young important few
  public bad same able man woman child children name school city country summer winter night morning water bread tea book phone car door secret
  hello welcome please thank thanks sorry yes dream freedom peace hope true blue red green black white pink orange purple yellow gold silver
  one two three four five six seven eight nine ten hundred thousand bir iki üç dörd beş altı yeddi səkkiz doqquz on yüz min один два три
  четыре пять шесть семь восемь девять десять сто тысяча як ду се чор панҷ шаш ҳафт ҳашт нӯҳ даҳ сад ҳазор azər sumqait sevgilim canim
  ağ qara qırmızı yaşıl mavi sarı белый черный красный зеленый синий желтый сафед сиёҳ сурх сабз кабуд зард
`);

/** Several words that are one guess when they stand together, spaces or not. */
const TOGETHER = `
  iloveyou i love you|ilovemymom|iloveyousomuch|mən səni sevirəm|səni sevirəm|я тебя люблю|люблю тебя|ман туро дӯст медорам|
  bismillah ir rahman ir rahim|бисмиллах ар рахман ар рахим|бисмиллоҳи раҳмони раҳим|allahu akbar|la ilahə illəllah|lə iləhə illəllah|
  qarabağ azərbaycandır|qarabağ bizimdir|azərbaycan respublikası|heydər əliyev|ilham əliyev|mehriban əliyeva|vətən sağ olsun|
  тоҷикистони азиз|пешвои миллат|эмомалӣ раҳмон|спаси и сохрани|христос воскресе|слава богу|salam dünya|hello world|привет мир|салом дунё|
  bir millət iki dövlət|can azərbaycan|god is good|in god we trust|jesus christ|once upon a time|let me in|azadlıq qarabağ|
  correct horse battery staple|correcthorsebatterystaple|odlar yurdu azərbaycan|üçrəngli bayraq|в лесу родилась елочка|мама мыла раму|
  я помню чудное мгновенье|to be or not to be|may the force be with you|allah is the greatest|бо номи худованди ҷону хирад|
  бӯи ҷӯи мулиён|шоҳномаи фирдавсӣ|жили были дед да баба|у лукоморья дуб зеленый|ana vətən|qara qaraev|milli qəhrəman|
  əl ələ verəlim|dağlar qoynunda|sarı gəlin|ayrılıq|küçələrə su səpmişəm
`
  .split('|')
  .map((phrase) => phrase.replace(/\s+/gu, ''));

/** Each list is ranked by itself, as a guesser would take them in turn. */
export const GUESSED_FIRST: Readonly<Record<string, readonly string[]>> = {
  firstNames: FIRST_NAMES,
  familyNames: FAMILY_NAMES,
  places: PLACES,
  calendar: CALENDAR,
  faith: FAITH,
  shouted: SHOUTED,
  said: SAID,
  together: TOGETHER,
};
