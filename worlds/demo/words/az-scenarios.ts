import type { Words } from './words.ts';

export const AZ_SCENARIOS: Words['scenarios'] = {
  dentist: {
    what: [
      'Diş həkimi statusunu biləndən sonra müalicədən imtina edib.',
      'Təyin olunmuş əməliyyat İİV analizindən sonra təxirə salınıb, yeni gün deyilmir.',
      'Özəl klinika onu müalicə otağının qapısından qaytarıb.',
      'Cərrah kartına baxandan sonra qəbul etməyib.',
    ],
    detail: [
      'Diaqnozunu anketdə özü yazmışdı.',
      'Tibb bacısı tək qayıdıb deyib ki, həkimin bütün ayı doludur.',
      'Daha iki klinika telefonda eyni cavabı verib.',
      'Gözləmə zalında başqa xəstələr də eşidib.',
      'Ağrısı günlərdir keçmir, ağrıkəsici ilə dolanır.',
    ],
    reason: [
      '«Belə xəstələr üçün avadanlığımız yoxdur.»',
      '«Öz mərkəzinizə gedin.»',
      '«Başqa xəstələri düşünməliyəm.»',
    ],
  },
  'clinic-told': {
    what: [
      'Tibb bacısı diaqnozunu qonşulara deyib, {days} keçməmiş bütün küçə bilib.',
      'Sahə həkimi statusunu dolu gözləmə zalında ucadan deyib.',
      'Poliklinikadan evə zəng edib diaqnozunu ailə üzvünə söyləyiblər.',
    ],
    detail: [
      'Kartının üzündə qırmızı işarə var, masanın üstündə açıq qalıbmış.',
      'Elə həmin axşam əmisi qızı zəng edib doğrudurmu deyə soruşub.',
      'Tibb bacısı iki ev o yanda yaşayır, dediyini danmır.',
      'İndi dükanda ona əllə pul vermirlər, piştaxtaya qoyurlar.',
    ],
  },
  'blood-test': {
    what: [
      'Qolu sındığı üçün gedib, heç nə izah etmədən İİV analizi üçün qan alıblar.',
      'Razılığı olmadan İİV və hepatit testi ediblər, imzanı sonra istəyiblər.',
      'Adi müayinəyə gedib, nə üçün olduğunu demədən əlavə qan götürüblər.',
    ],
    detail: [
      'Nəticə barədə heç kim onunla danışmayıb.',
      'İkinci sınaq şüşəsinin nə üçün olduğunu soruşub, cavab verməyiblər.',
      'Nəticəni təsadüfən dəhlizdə eşidib.',
    ],
  },
  'no-pills': {
    what: [
      'Qeydiyyatı başqa rayondadır deyə mərkəz {days} dərman verməyib.',
      'Dərmanı {days} əvvəl bitib, gələn ay gəl deyiblər.',
      'Kuratoru dəyişib, yenisi onu siyahıda tapmır və dərman yazmır.',
    ],
    detail: [
      'Son analizdə virus yükü aşkarlanmırdı, fasilə bunu təhlükəyə atır.',
      'Bir həftə dostunun dərmanını bölüşüb.',
      'Hər dəfə yola 6-7 saat vaxt gedir.',
    ],
    reason: ['«Burada qeydiyyatın yoxdur, siyahıya sala bilmərik.»', '«Dərman gecikir, heç kimə yoxdur.»'],
  },
  maternity: {
    what: [
      'Doğum evində ayrıca otaqda saxlayıb qapısına kağız vurublar, başqalarının yanında təhqir ediblər.',
      'Kartını oxuyandan sonra doğuş zamanı saatlarla yanına gələn olmayıb.',
      'Doğuşdan sonra uşağı ona göstərməmişdən diaqnozunu palatada danışıblar.',
    ],
    detail: [
      'Tibb bacısı deyib ki, onun kimilərin uşağı olmamalıdır.',
      'O biri analara eyni sanitar otağından istifadə etməyin deyiblər.',
      'Qayınanası da oradaydı, hər şeyi eşidib.',
    ],
  },
  'ost-condition': {
    what: [
      'Mərkəz qapalı şöbədə yatmadan əvəzedici terapiyaya götürmür.',
      'Üç dəfə proqrama müraciət edib, əvvəlcə «sağal» deyiblər.',
      'Əvəzedici terapiya üçün valideynindən kağız istəyirlər, halbuki yetkin adamdır.',
    ],
    detail: [
      'Qapalı şöbə üç həftə çəkir, işini itirəcək.',
      'Yazılı imtina istədik, vermədilər.',
      'Artıq bir dəfə yatıb, faydası olmayıb.',
    ],
    reason: ['«Əvvəlcə təmizlənmə, qaydamız belədir.»', '«Proqram hər yolu sınamış adamlar üçündür.»'],
  },
  'patrol-money': {
    what: [
      'Gecə patrulundan iki nəfər hər həftə ondan {sum} alır.',
      'Patrul saxlayıb telefonunu əlindən alıb, {sum} alandan sonra qaytarıb.',
      'İdarəyə aparmamaq üçün {sum} tələb ediblər.',
      'Polis küçədə saxlayıb söyüb, sonra pul istəyib.',
    ],
    detail: [
      'Deyiblər ki, gələn dəfə ailəsinə zəng edəcəklər.',
      'Həmin küçədə ən azı dörd nəfər də ödəyir.',
      'Biri telefonla çəkirdi.',
      'Nömrəsi örtülü maşında gəliblər.',
      'Verməyəndə telefonu yerə çırpıblar.',
    ],
  },
  raid: {
    what: [
      'Gecə mənzilə gəlib orada olan hamını idarəyə aparıblar.',
      'Küçədən altı nəfərlə birlikdə aparılıb, günortaya qədər protokolsuz saxlanılıb.',
      'Reyd zamanı saxlanılıb, səhərə kimi ayaq üstə saxlayıblar.',
    ],
    detail: [
      'Vəkil saat doqquzdan qapıda gözləyib, içəri buraxmayıblar.',
      'Mətni örtülmüş vərəqlərə imza atdırıblar.',
      'Telefonları yığıb yazışmalara baxıblar.',
      'Qırx nəfərə qədər adam bir otaqda olub.',
    ],
    then: [
      'İdarədə tibb işçisi hamıdan qan alıb, heç kimdən soruşulmayıb.',
      'Deyiblər ki, testdən imtina edən {days} qalacaq.',
      'Qan alınandan sonra nəticəni ucadan oxuyublar.',
    ],
  },
  pockets: {
    what: [
      'Şpris dəyişmə məntəqəsinin yaxınlığında üstünü axtarıb təmiz şprisləri «sübut» kimi götürüblər.',
      'Onu tanıyan polislər işdən qayıdarkən çantasını və ciblərini axtarıblar.',
      'Heç bir səbəb demədən küçədə soyundurub yoxlayıblar.',
    ],
    detail: [
      'Protokol yazılmayıb, hal şahidi çağırılmayıb.',
      'Məntəqəyə daha kimlərin gəldiyini soruşublar.',
      'Dərmanlarını yerə töküblər.',
    ],
    then: ['Maşında {sum} istəyiblər ki, heç nə «tapılmasın».', 'Həmin axşam qohumu {sum} gətirib verib.'],
  },
  'false-date': {
    what: [
      'İnternetdə tanış olduğu adam qapını iki polislə birlikdə açıb.',
      'Tətbiqdə təyin olunan görüş tələ çıxıb, mənzildə polis gözləyirmiş.',
    ],
    detail: [
      'Yazışmalarını ucadan oxuyub kontaktlarını köçürüblər.',
      'Kamera qarşısında nə üçün gəldiyini dedirdiblər.',
      'Profil hələ də fəaldır, başqalarına da yazır.',
    ],
    then: [
      '{sum} tələb ediblər, tapmaq üçün {days} vaxt veriblər.',
      'Deyiblər ki, {sum} verməsə, video atasına gedəcək.',
    ],
  },
  register: {
    what: [
      'Polis narkoloji mərkəzə aparıb, həkim müayinəsi olmadan qeydiyyata salıblar.',
      'Narkoloji qeydiyyata görə sürücülük vəsiqəsini dəyişə bilmir, necə çıxmalı olduğunu deyən yoxdur.',
    ],
    detail: [
      'İki ildən çoxdur istifadə etmir.',
      'Mərkəz deyir polis istəməlidir, polis deyir mərkəz.',
      'Bu üzdən taksidə işini itirib.',
    ],
  },
  husband: {
    what: [
      'Əri uşağın gözü qarşısında döyüb, gecə evdən çıxarıb.',
      'Əri illərdir döyür, bu dəfə qonşular təcili yardım çağırıb.',
      'Əri barmağını sındırıb, {days} evdən çıxmağa qoymayıb.',
      'Pul üstündə mübahisədən sonra əri onu döyüb.',
    ],
    detail: [
      'Öz pulu yoxdur, sənədləri ərindədir.',
      'Sahə müvəkkili ərlə danışıb gedib.',
      'Qayıtmaq istəmir, amma uşaq üçün qorxur.',
      'Anası «döz» deyir.',
      'Əvvəllər də iki dəfə şikayət edib, geri götürməyə məcbur ediblər.',
    ],
    then: [
      'O vaxtdan hər gün yazır ki, tapacaq.',
      'Anasına deyib ki, evi yandıracaq.',
      'Uşağı əlindən alacağı ilə hədələyir.',
    ],
  },
  brothers: {
    what: [
      'Qardaşları bir şəkildən xəbər tutub döyüblər.',
      'Ailəsi qapını bağlayıb, telefonunu alıb, qonşular qapını döyənə qədər döyüb.',
      'Atası telefonundakı yazışmanı oxuyub, üstünə bıçaqla gəlib.',
    ],
    detail: [
      'Əmisi deyib ki, bu ləkə «yuyulmalıdır».',
      'Həyətdən bir palto ilə qaçıb.',
      'Kiçik bacısı gizlincə xəbər göndərir.',
      'Evə qayıtsa, sağ qalmayacağından qorxur.',
    ],
  },
  'taken-home': {
    what: [
      'Polis onu rəfiqəsinin evində tapıb ailəsinə təhvil verib.',
      'Yetkin olduğu halda polis bölməsində atasına qaytarılıb.',
      'Ailəsi itkin kimi axtarışa verib, polis onu avtovağzaldan götürüb evə aparıb.',
    ],
    detail: [
      'Öz istəyi ilə getdiyi barədə ərizə yazmışdı, oxuyan olmayıb.',
      'Polis deyib ki, ailə məsələsi ailədə həll olunur.',
      'Bölmədə heç bir kağız verməyiblər.',
    ],
    then: ['Evdə telefonunu alıb, {days} bayıra buraxmayıblar.', 'Həmişə yanında ailədən kimsə olur.'],
  },
  'client-violence': {
    what: [
      'Müştəri döyüb, pulu geri alıb, şəhərdən kənarda qoyub gedib.',
      'Müştəri qapını bağlayıb, getmək istəyəndə döyüb.',
      'Müştəri bıçaqla hədələyib, telefonunu aparıb.',
    ],
    detail: [
      'Maşını və nömrəsinin bir hissəsini yadında saxlayıb.',
      'İki rəfiqəsi o adamı tanıyır, əvvəllər də edib.',
      'Xəstəxanaya getməyə utanır.',
    ],
    then: [
      'Növbətçi gülüb, «nə gözləyirdin» deyib.',
      'Bölmədə ərizəsini qəbul etməyib, cərimə ilə hədələyiblər.',
    ],
  },
  'street-attack': {
    what: [
      'Üç gənc dayanacaqdan arxasınca düşüb, söyüb və döyüb.',
      'Görünüşünə görə metronun yanında döyülüb.',
      'Axşam həyətdə üstünə hücum ediblər, çantasını cırıblar.',
    ],
    detail: [
      'Ətrafdakılar dayanıb çəkirdi.',
      'Polisə getməyib: keçən dəfə gülmüşdülər.',
      'Birini əvvəllər məhəllədə görüb.',
    ],
  },
  'room-lost': {
    what: [
      'Ev sahibi haqqında deyilənləri eşidib bir günə çıxmağını istəyib.',
      'Mənzilin sahibi qıfılı dəyişib, əşyalarını həyətə çıxarıb.',
      'Qonşuların şikayətindən sonra kirayə qaldığı evdən çıxarılıb.',
    ],
    detail: [
      'Müqavilə yoxdur, pul əldən verilib.',
      'Girov kimi verdiyi {sum} qaytarılmayıb.',
      'Qış ortasıdır, getməyə yeri yoxdur.',
      'Sobanı və paltarlarını hələ də vermirlər.',
    ],
    reason: ['«Mənim ailəm var, belə kirayəçi lazım deyil.»', '«Qonşular narazıdır.»'],
  },
  'no-room': {
    what: [
      'Beş ev sahibi ardıcıl olaraq vəsiqəsinə baxandan sonra imtina edib.',
      'Söz verilən otaq baxmağa gələndə «artıq verilib» çıxıb.',
      'Azadlığa çıxandan bəri heç kim ona otaq vermir.',
    ],
    detail: [
      'Dostunda qalır, oradan da çıxmalıdır.',
      'Makler açıq deyib ki, sahiblər «problem» istəmir.',
      'İki ayın pulunu qabaqcadan təklif edib, yenə olmayıb.',
    ],
  },
  'shelter-door': {
    what: [
      'Sığınacaq onu qəbul etməyib, otelə getməyi məsləhət görüb.',
      'Sığınacaqda yalnız uşaqlı qadınlar üçün yer var deyib axşam vaxtı qaytarıblar.',
      'Üç yüz kilometr yol gəlib, sığınacaq içəri buraxmayıb.',
    ],
    detail: [
      'Qaranlıq düşmüşdü, başqa ünvan verən olmayıb.',
      'Küçədən zəng etdik, cavab eyni oldu.',
      'Gecəni avtovağzalda keçirib.',
    ],
    reason: ['«O biri sakinlər başa düşməz.»', '«Əvvəlcə polisdən kağız gətir.»'],
  },
  fired: {
    what: [
      'Həmkarı müdirə deyəndən {days} sonra işdən çıxarılıb.',
      'İşəgötürən sağlamlıq arayışı istəyib, nəticəni görüb elə həmin gün çıxarıb.',
      'On il işlədiyi yerdən bir günün içində çıxarılıb.',
    ],
    detail: [
      'Öz xahişi ilə çıxdığına imza atdırıblar.',
      'Son ayın maaşını almayıb.',
      'Əmək müqaviləsi olmayıb.',
    ],
    reason: ['«Müştərilər qorxar.»', '«Özün də başa düşürsən.»'],
  },
  unpaid: {
    what: [
      'Tikinti sahəsinin sahibi {days} işin pulunu verməyib.',
      'Bütün yayı kafedə işləyib, mövsüm üçün cəmi {sum} alıb.',
      'Təmizlik işinə görə vəd edilən pulu üç aydır ala bilmir.',
    ],
    detail: [
      'Müqavilə yoxdur, iş saatlarını üç nəfər təsdiqləyə bilər.',
      'Pulu istəyəndə polis çağırmaqla hədələyiblər.',
      'Mesajlarda məbləğ yazılıb, saxlamışıq.',
    ],
  },
  passport: {
    what: [
      'Qeydiyyat olmadan şəxsiyyət vəsiqəsi vermirlər, vəsiqəsiz də qeydiyyata almırlar.',
      'Yeni vəsiqə üçün üç dəfə qaytarıblar, hər dəfə başqa kağız çatmayıb.',
      'Azadlığa çıxanda verilən arayışdan başqa sənədi yoxdur, vəsiqə vermirlər.',
    ],
    detail: [
      'Köhnə vəsiqəsi qışda çantası ilə birlikdə itib.',
      'Onsuz nə bank kartı var, nə mərkəzdən kənarda dərman.',
      'Doğum haqqında şəhadətnaməsi başqa rayondadır.',
    ],
  },
  address: {
    what: [
      'Köhnə ünvandan çıxarılıb, indi heç yerdə qeydiyyata düşə bilmir.',
      'Qohumları evi satıb, dostları qeydiyyata almağa qorxur, heç bir idarə də qəbul etmir.',
      'Həbsdə olarkən qeydiyyatdan çıxarılıb, qayıdanda bərpa etmirlər.',
    ],
    detail: [
      'Bunu yalnız pəncərənin qarşısında bilib.',
      'Masadakı əməkdaş ev sahibinin özünün gəlməsini istəyir.',
      'Artıq dördüncü dəfədir gedir.',
    ],
    then: ['Buna görə sosial şöbə ərizəsini qəbul belə etmir.', 'Müavinət {days} ödənilməyib.'],
  },
  allowance: {
    what: [
      'Komissiya müayinəsiz əlillik dərəcəsini salıb, müavinət kəsilib.',
      'Sosial şöbə müavinət ərizəsini {days} cavabsız saxlayıb.',
      'Sistemdə «iş qabiliyyətlidir» çıxdığı üçün təqaüdü dayandırılıb.',
    ],
    detail: [
      'Həkimin kağızında tam əksi yazılıb.',
      'Qonşuların gətirdiyi ilə dolanır.',
      'Pəncərədə ucadan diaqnozunu soruşublar.',
    ],
  },
  'child-kept': {
    what: [
      'Keçmiş əri {days} uşağı ona göstərmir.',
      'Keçmiş əri uşağı məktəbdən götürüb, qapını açmır.',
      'Boşanmadan sonra ər tərəfi uşağı rayona aparıb, telefona cavab vermir.',
    ],
    detail: [
      'Məhkəmədə deyir ki, diaqnozu uşaq üçün təhlükədir.',
      'Müəllim uşağın darvazada ağladığını görüb.',
      'Məhkəmə qərarı var, icra olunmur.',
    ],
  },
  'married-early': {
    what: [
      'Yazda ərə verirlər; on altı yaşı var, oxumaq istəyir.',
      'Valideynləri məktəbdən çıxarıb özündən iki dəfə böyük adama nişanlayıblar.',
      'On beş yaşında kəbin kəsdiriblər, rəsmi nikah yoxdur.',
    ],
    detail: [
      'Müəllimi hiss edib, ehmalca soruşub.',
      'Anası ona qarşı deyil, atadan qorxur.',
      'Kitablarını qonşuda gizlədir.',
    ],
  },
  outed: {
    what: [
      'Şəkilləri və tam adı yüzlərlə üzvü olan açıq qrupda paylaşılıb.',
      'Şəxsi mesajları bütün ailəsinə və müdirinə göndərilib.',
      'Anonim kanalda ünvanı və şəkli yayılıb.',
    ],
    detail: [
      'Qrupun sahibi silmək xahişinə cavab verməyib.',
      'O gündən evdən çıxmır.',
      'Şərhlərdə tanışlarının adları da var.',
    ],
  },
  blackmail: {
    what: [
      'Naməlum hesab {sum} istəyir, yoxsa intim şəkilləri qohumlarına göndərəcək.',
      'Hesabını ələ keçiriblər, susmaq üçün {sum} istəyirlər.',
      'Saxta profildən köhnə şəkillərlə hədələyirlər.',
    ],
    detail: [
      'Bir dəfə artıq ödəyib.',
      'Hesab keçən həftə açılıb, şəkli yoxdur.',
      'Hər gecə saat on ikidən sonra yazır.',
    ],
  },
  page: {
    what: [
      'Zorakılıq haqqında paylaşımdan sonra iki gündə yüzlərlə təhqir və hədə gəlib.',
      'Saxta hesablar qrupun hər paylaşımının altında şəklini təhqirlə yerləşdirir.',
      'Səhifəsinə kütləvi hücum olub, şərhlərdə ölümlə hədələyirlər.',
    ],
    detail: [
      'Bəzi mesajlarda yaşadığı küçənin adı var.',
      'Ekran şəkilləri sübut kimi saxlanılıb.',
      'Ailəsinə də yazmağa başlayıblar.',
    ],
  },
  statement: {
    what: [
      'Polis döyülmə ilə bağlı ərizəsini qəbul etməyib, evə göndərib.',
      'Növbətçi deyib ki, ekspertiza kağızı olmadan yazmağa heç nə yoxdur.',
      'Üç dəfə bölməyə gedib, hər dəfə «sabah gəl» deyiblər.',
    ],
    detail: [
      'Bayram günləri idi, ekspertiza işləmirdi.',
      'Müraciətin hansı nömrə ilə qeydə alındığını yazılı soruşduq, nömrə yoxdur.',
      'Ərizəni bizim yanımızda da götürmədilər.',
    ],
  },
  'no-protection': {
    what: [
      'Komissiya «barışıblar» deyib mühafizə orderi üçün müraciət etməyib.',
      'İki dəfə mühafizə orderi istəyib, «əvvəlcə boşan» deyiblər.',
      'Mühafizə orderi barədə ərizəsi {days} baxılmamış qalıb.',
    ],
    detail: [
      'Onu dinləyəndə əri dəhlizdə dayanmışdı.',
      'Qərarda heç bir əsas göstərilməyib.',
      'Sənədi ərinin yanında oxuyublar.',
    ],
  },
  school: {
    what: [
      'Kollec onu qəbul etmir, səbəbini yazılı demir.',
      'Bir valideynin şikayətindən sonra direktor «başqa məktəb» tapmağı tövsiyə edib.',
      'Sənədləri qəbul edilib, tibbi arayışdan sonra geri qaytarılıb.',
    ],
    detail: [
      'Qiymətləri kifayət qədər yaxşıdır, biz gördük.',
      'Bir müəllim onu müdafiə edir, bunu deməyə hazırdır.',
      'Sinif yoldaşları ilə danışmağı qadağan ediblər.',
    ],
    reason: ['«O biri valideynlər uşaqlarını aparar.»', '«Boş yer qalmayıb.»'],
  },
  'locked-in': {
    what: [
      'Ailəsi yalnız qardaşı ilə bayıra buraxır; bizə başqasının telefonundan yazıb.',
      '{days} evdə saxlanılır, təhsili yarımçıq qalıb.',
      'Telefonunu və vəsiqəsini alıblar, evdən tək çıxa bilmir.',
    ],
    detail: [
      'Bu nömrəyə zəng etməməyi xahiş edir.',
      'Səbəb ailənin xoşuna gəlməyən bir dostluqdur.',
      'Pəncərədən qonşu qızla danışır.',
    ],
  },
  'prison-doctor': {
    what: [
      'Müəssisədə İİV dərmanını {days} fasilə ilə alır.',
      'Başqa müəssisəyə köçürüləndə İİV dərmanı onunla getməyib.',
      'Tibb məntəqəsi dərmanın bitdiyini deyir, yenisini sifariş etmir.',
    ],
    detail: [
      'Anası iki dəfə dərman gətirib, qəbul etməyiblər.',
      'Arıqlayıb, öskürür.',
      'Ərizəsinin qeydiyyat nömrəsi yoxdur.',
    ],
  },
};
