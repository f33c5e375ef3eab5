/**
 * What columns are called in registers, beside the names that fields have here: English, Azerbaijani, Russian, Tajik, as
 * offices write them and as known recorders do. Target → names, by commas.
 */
export const COLUMN_NAMES: Readonly<Record<string, string>> = {
  'case.oldNumber':
    'case number, case no, case id, number, no, id, incident id, reg no, iş nömrəsi, nömrə, müraciət nömrəsi, №, № дела, номер дела, номер обращения, № обращения, номер случая, № случая, müraciət №, номер, рег номер, № п/п, рақами парванда, рақам, рақами муроҷиат, рақами муроҷиатҳо, registration number, qeydiyyat nömrəsi, регистрационный номер',
  'case.opened':
    'date opened, opened, registration date, date of registration, date registered, report date, date of interview, date of reporting, müraciət tarixi, qeydiyyat tarixi, qəbul tarixi, tarix, дата обращения, дата регистрации, дата приема, дата открытия, дата поступления, дата, санаи муроҷиат, санаи қайд, сана',
  'case.channel':
    'channel, how came, referral pathway, referred by, necə müraciət edib, müraciət yolu, haradan yönləndirilib, канал, способ обращения, откуда узнал, кем направлен, роҳи муроҷиат',
  'case.summary':
    'summary, short description, case summary, qısa məzmun, xülasə, краткое содержание, кратко, резюме, мазмуни мухтасар',
  'case.area':
    'region, district, city, area, location, place, town, bölgə, rayon, şəhər, region, ərazi, yaşadığı yer, регион, район, город, населенный пункт, место жительства, ноҳия, шаҳр, вилоят, минтақа',
  'case.danger': 'danger, risk, risk level, təhlükə, risk səviyyəsi, опасность, риск, уровень риска, хатар',
  'case.wants':
    'needs, requested help, request, wants, ehtiyaclar, nə istəyir, tələb, запрос, потребности, нужды, что хочет, эҳтиёҷот, дархост',
  'case.status':
    'status, case status, iş statusu, status, vəziyyət, статус, статус дела, состояние, вазъият, ҳолат',
  'case.outcome': 'outcome, result of case, nəticə, işin nəticəsi, итог, исход, результат дела, натиҷа',
  'case.closed': 'date closed, closed, closing date, bağlanma tarixi, дата закрытия, закрыто, санаи пӯшидан',
  'case.keywords': 'keywords, tags, açar sözlər, ключевые слова, теги',
  'person.alias':
    'name, client, client name, survivor, alias, pseudonym, full name, ad, adı, soyad ad, müraciət edən, ləqəb, təxəllüs, имя, фио, клиент, имя клиента, псевдоним, обратившийся, заявитель, ном, ному насаб, муроҷиаткунанда, тахаллус, nickname',
  'person.populations':
    'key population, population, group, target group, vulnerable group, category, qrup, hədəf qrupu, açar qrup, kateqoriya, группа, ключевая группа, целевая группа, категория, кгн, ключевая группа населения, гурӯҳ, гурӯҳи осебпазир',
  'person.ageBand': 'age, age group, yaş, yaş qrupu, возраст, возрастная группа, син, сол, синну сол',
  'person.birthYear':
    'birth year, year of birth, date of birth, dob, birth date, doğum ili, doğum tarixi, təvəllüd, il təvəllüdü, il tevelludu, tevellud, dogum ili, dogum tarixi, год рождения, дата рождения, г р, соли таваллуд, санаи таваллуд',
  'person.minor':
    'minor, child survivor, under 18, azyaşlı, yetkinlik yaşına çatmayan, несовершеннолетний, ребенок, ноболиғ',
  'person.genderIdentity':
    'gender, gender identity, sex, cins, cinsi, gender, пол, гендер, гендерная идентичность, ҷинс',
  'person.languages': 'language, languages, dil, язык, языки, забон',
  'person.disability': 'disability, əlillik, инвалидность, маъюбӣ',
  'person.displacement':
    'displacement, displacement status, köçkünlük, переселение, статус переселенца, муҳоҷират',
  'person.hivStatus': 'hiv, hiv status, iiv, hiv statusu, вич, вич статус, внмо',
  'person.artStatus': 'art, arvt, арт, арвт',
  'person.ostStatus': 'ost, oat, oət, озт, птао, мио',
  'person.safeContact':
    'phone, telephone, contact, mobile, telefon, əlaqə, mobil, телефон, контакт, тел, мобильный, телефони мобилӣ',
  'person.note': 'client note, notes on client, müraciət edən haqqında qeyd, примечание о клиенте',
  'violation.type':
    'violation, type of violation, violation type, incident type, type of incident, type of gbv, gbv type, what happened, case type, pozuntu, pozuntunun növü, zorakılıq növü, hadisənin növü, нарушение, вид нарушения, тип нарушения, вид насилия, тип насилия, вид инцидента, что произошло, событие, hadisə, чӣ шуд, ҳодиса, нақзи ҳуқуқ, намуди зӯроварӣ, намуди нақз',
  'violation.date':
    'date of incident, incident date, violation date, date of violation, hadisə tarixi, pozuntu tarixi, дата нарушения, дата инцидента, дата события, когда произошло, санаи ҳодиса',
  'violation.account':
    'account, description, description of incident, narrative, details, story, hadisənin təsviri, təsvir, описание, описание случая, описание нарушения, подробности, суть обращения, тавсиф, шарҳи ҳодиса',
  'violation.placeType':
    'place of incident, incident place, where happened, hadisə yeri, место нарушения, место инцидента, где произошло, ҷойи ҳодиса',
  'violation.area': 'incident area, incident district, hadisə baş verən rayon, район инцидента',
  'violation.statedReason':
    'stated reason, reason given, bildirilən səbəb, названная причина, причина отказа, сабаб',
  'violation.reportedTo': 'reported to, hara müraciət edilib, куда обращались, ба куҷо муроҷиат шуд',
  'perpetrator.type':
    'perpetrator, alleged perpetrator, perpetrator type, who did it, relationship to perpetrator, alleged perpetrator relationship, pozan, pozuntunu törədən, kim edib, zorakı, нарушитель, кто нарушил, кем нарушено, агрессор, обидчик, предполагаемый нарушитель, kim tərəfindən, кем, кӣ кард, аз ҷониби кӣ, вайронкунанда, зӯровар, by whom, doer, kim törədib, törədən, kimin tərəfindən, кем совершено, кто совершил, аз тарафи кӣ',
  'perpetrator.unit':
    'unit, institution, organisation of perpetrator, qurum, idarə, учреждение, организация нарушителя, подразделение, муассиса',
  'source.connection': 'source, source of information, mənbə, источник, источник информации, манбаъ',
  'response.type':
    'response, action taken, service provided, services provided, help given, services, kömək, göstərilən kömək, göstərilən xidmət, görülən tədbir, помощь, оказанная помощь, услуга, оказанная услуга, реагирование, принятые меры, виды помощи, кӯмак, хизматрасонӣ',
  'response.done':
    'date of response, date of service, kömək tarixi, xidmət tarixi, дата помощи, дата услуги, дата реагирования, санаи кӯмак',
  'response.with': 'partner, provider, tərəfdaş, партнер, исполнитель, кто оказал, шарик',
  'response.result':
    'result, result of response, köməyin nəticəsi, результат, результат помощи, натиҷаи кӯмак',
  'response.note': 'response note, tədbir haqqında qeyd, примечание о помощи',
  'document-need.document':
    'document needed, documents, missing documents, lazım olan sənəd, çatışmayan sənədlər, документ, нужный документ, документы, ҳуҷҷат',
  'matter.type':
    'matter, legal matter, type of matter, complaint or lawsuit, hüquqi iş, şikayət, дело в инстанции, вид обращения в инстанцию, жалоба, иск, вид дела, шикоят, дело в суде, судебное дело, court case, legal case, məhkəmə işi, парвандаи судӣ, парванда дар суд',
  'matter.forumName':
    'authority, court, before whom, məhkəmə, müraciət edilən orqan, инстанция, суд, орган, суд или орган, мақомот, суд',
  'matter.number':
    'court case number, matter number, məhkəmə işinin nömrəsi, номер дела в суде, рақами парвандаи судӣ',
  'matter.filed': 'filed, date filed, verilmə tarixi, дата подачи, подано, санаи супоридан',
  'matter.deadline': 'deadline, answer until, son tarix, срок ответа, срок, мӯҳлат',
  'matter.answered': 'answered, date of answer, cavab tarixi, дата ответа, санаи ҷавоб',
  'matter.about': 'subject of matter, işin mövzusu, предмет жалобы, предмет иска, мавзӯи шикоят',
  'cost.amount': 'amount, sum, cost, spent, məbləğ, xərc, сумма, расход, расходы, потрачено, маблағ, хароҷот',
  'cost.purpose':
    'purpose, cost purpose, type of cost, xərcin məqsədi, xərcin növü, назначение, на что, вид расхода, статья расхода, мақсад, мақсади хароҷот',
  'cost.words':
    'cost description, what was bought, nə alındı, что куплено, описание расхода, тавсифи хароҷот',
  'cost.spentOn': 'date spent, spent on, date of cost, xərc tarixi, дата расхода, санаи хароҷот',
  'matter.hearing':
    'hearing, hearing date, next hearing, court date, дата заседания, заседание, следующее заседание, дата слушания, слушание, məhkəmə tarixi, iclas tarixi, məhkəmə iclası, санаи ҷаласа, ҷаласаи суд',
  'stay.in':
    'date in, check in, checked in, moved in, admission date, date of admission, daxil olma tarixi, yerləşdirilmə tarixi, giriş tarixi, заезд, дата заезда, заселение, дата заселения, дата размещения, санаи ҷойгиршавӣ',
  'stay.out':
    'date out, check out, checked out, moved out, exit date, date of exit, date of leaving, discharge date, çıxış tarixi, çıxdığı tarix, getdiyi tarix, выезд, дата выезда, дата выхода, дата выбытия, санаи рафтан, санаи баромад',
  'stay.until':
    'may stay until, stay until, qala bilər, можно находиться до, срок пребывания, срок проживания, мӯҳлати будубош',
  'stay.asked': 'shelter requested, asked for shelter, sığınacaq istəyib, дата запроса приюта',
  'stay.place': 'name of shelter, shelter name, sığınacağın adı, название приюта, номи паноҳгоҳ',
  'stay.ending':
    'reason for leaving, reason of exit, how it ended, why left, exit to, çıxış səbəbi, hara getdi, причина выезда, причина выбытия, причина выхода, куда выехала, куда выбыла, отказ или выбытие, сабаби рафтан, ба куҷо рафт',
  'stay.why': 'reason of refusal, why refused, imtina səbəbi, причина отказа в приюте, сабаби рад',
  'stay.words': 'notes on stay, qalma haqqında qeyd, примечание о проживании',
  'stay.nights':
    'nights, number of nights, bed nights, gecə, gecə sayı, gecələrin sayı, ночей, ночи, число ночей, кол во ночей, количество ночей, койко дни, шабҳо, шумораи шабҳо',
  'stay.children':
    'children, number of children, kids, uşaqlar, uşaq sayı, uşaqların sayı, дети, детей, число детей, кол во детей, количество детей, кӯдакон, шумораи кӯдакон',
  'stay.childAges':
    'ages of children, children ages, uşaqların yaşı, uşaqların yaşları, возраст детей, возраст ребенка, синни кӯдакон',
  'task.what':
    'next step, next action, what to do, növbəti addım, nə etməli, следующий шаг, дальнейшие действия, что сделать, план действий, қадами навбатӣ',
  'task.due':
    'next step date, follow up date, next contact, next appointment, növbəti görüş, növbəti əlaqə, дата следующего шага, дата следующего контакта, дата следующей встречи, следующий контакт, следующая встреча, санаи вохӯрии навбатӣ',
  'cost.note': 'cost note, xərc haqqında qeyd, примечание к расходу',
  'provider.name':
    'organisation, organization, provider, organisation name, institution, təşkilat, təşkilatın adı, qurum, организация, название организации, учреждение, название, ташкилот, номи ташкилот',
  'provider.type':
    'type of organisation, provider type, təşkilatın növü, тип организации, вид организации, намуди ташкилот',
  'provider.frontGate':
    'phone, telephone, contact, hotline, telefon, əlaqə, qaynar xətt, телефон, контакт, контакты, горячая линия, телефони тамос',
  'provider.website': 'website, site, sayt, сайт, сомона',
  'provider.email': 'email, e-mail, mail, e-poçt, почта, эл почта, электронная почта, почтаи электронӣ',
  'provider.about': 'about, about organisation, haqqında, об организации, дар бораи ташкилот',
  'service.name': 'service name, name of service, xidmətin adı, название услуги, номи хизмат',
  'service.serves':
    'service, services, what it gives, xidmət, xidmətlər, услуга, услуги, вид услуги, виды услуг, чем помогает, хизмат, хизматрасонӣ',
  'service.languages': 'languages, dillər, языки, забонҳо',
  'service.cost': 'price, cost, free or paid, qiymət, ödənişli, стоимость, цена, нарх',
  'service.admissionNote': 'whom they admit, kimi qəbul edirlər, кого принимают, киро қабул мекунанд',
  'location.area':
    'city, district, region, area, şəhər, rayon, bölgə, город, район, регион, населенный пункт, шаҳр, ноҳия, минтақа',
  'location.address': 'address, street, ünvan, адрес, улица, суроға, нишонӣ',
  'location.hidden': 'secret address, hidden, gizli ünvan, скрытый адрес, тайный адрес, суроғаи пинҳонӣ',
};

/** A column that says in which money the amounts beside it are. */
export const CURRENCY_NAMES = 'currency, valyuta, pul vahidi, валюта, асъор';

/** Columns that come along only as words of a note. */
export const NOTE_NAMES =
  'note, notes, comment, comments, remarks, other, qeyd, qeydlər, şərh, digər, примечание, примечания, комментарий, комментарии, прочее, иное, эзоҳ, шарҳ, дигар';

/** What somebody agreed to is asked anew, here and in their words. */
export const CONSENT_NAMES =
  'consent, consented, consents, informed consent, consent given, agreement, razılıq, razılığı, razıdır, razıdırmı, согласие, согласия, согласна, согласен, информированное согласие, розигӣ, ризоият, розӣ аст';

export const CONSENT_NAMES_ALONE = 'icf, согл, ризо, розӣ, разрешение, icazə, иҷозат, agreed, agrees';

/** Of a column of consents: it is to what is told on or counted, and a no says nothing against the case itself. */
export const CONSENT_TO_MORE =
  'sharing, share, data sharing, referral, statistics, publication, photo, photos, story, передачу, передача, передачу данных, третьим лицам, третьим, статистику, публикацию, фото, историю, ötürülməsi, ötürülməsinə, paylaşma, paylaşılması, statistika, foto, додан, омор, нашр';

/** What stands in a column of consents where somebody refused, beside a plain no. */
export const REFUSED_WORDS =
  'refused, refuses, declined, not given, no consent, отказ, отказался, отказалась, отказано, не согласен, не согласна, не дал, не дала, не дано, не получено, imtina, imtina etdi, razı deyil, razi deyil, razılıq yoxdur, verməyib, verilməyib, yoxdur, rədd, розӣ нест, розӣ набуд, рад кард, надод, намехоҳад, нест, не хочет, не хотел, не хотела, против, не подписала, не подписал, без согласия, не дает, не даёт, не разрешает, не разрешила, не разрешил, возражает, отозвала, отозвал, отозвано, withdrawn, revoked, does not want, against, false, ложь, istəmir, etiraz, etiraz etdi, etiraz edir, geri götürdü, geri götürüb, hayır, йўқ, йок';

/** What stands there where somebody agreed: it is asked anew all the same. */
export const AGREED_WORDS =
  'yes, true, истина, given, signed, agreed, agrees, obtained, written, verbal, oral, да, дал, дала, дано, получено, подписано, подписала, подписал, согласна, согласен, есть, имеется, письменное, письменно, устное, устно, bəli, hə, var, verib, verilib, alınıb, imzalayıb, imzalanıb, razıdır, yazılı, şifahi, ҳа, бале, дод, додааст, гирифта шуд, розӣ, хаттӣ, шифоҳӣ, ҳаст';
/** And where nobody has asked, or nobody knows. */
export const NOT_ASKED_WORDS =
  'not asked, unknown, pending, later, не спрашивали, не спрошено, не спросили, неизвестно, позже, уточнить, soruşulmayıb, bilinmir, sonra, məlum deyil, напурсидаанд, номаълум, баъдтар';

/** Who somebody is before the law: nothing here needs it. */
export const IDENTITY_NAMES =
  'passport, passport number, national id, personal number, fin, fin kod, fin code, pin, ş v nömrəsi, şəxsiyyət vəsiqəsi, pasport, паспорт, паспорт №, номер паспорта, серия паспорта, инн, снилс, удостоверение личности, шиноснома, рақами шиноснома, рма';

/** Codes that offices build from somebody's name and day of birth. */
export const CODE_NAMES =
  'client code, unique code, unique identifier, uic, survivor code, incident code, şifrə, müraciət edənin kodu, kod, unikal kod, код, код клиента, уникальный код, уик, идентификационный код, рамз, рамзи муроҷиаткунанда';

/** The number of the row in the list, which nobody says on the telephone. */
export const ROW_NUMBER_NAMES = 'row, line, sıra, sıra №, n, № п/п, п/п, п п, порядковый номер, р/т';
