/**
 * Stems and endings of four languages. Together they make as many different word forms as real reports hold, which is
 * what a full-text index is slow or fast by; the sentences mean nothing.
 */
export interface Vocabulary {
  stems: readonly string[];
  endings: readonly string[];
  givenNames: readonly string[];
  familyNames: readonly string[];
}

const list = (text: string): string[] => text.trim().split(/\s+/u);

const AZERBAIJANI: Vocabulary = {
  stems:
    list(`xəstəxana həkim polis bölmə sənəd ev qapı küçə iş müdir məktəb uşaq ana ata qardaş bacı qonşu dost vəkil
    məhkəmə ərizə şikayət cavab gecə səhər axşam telefon mesaj hədə pul borc kirayə otaq sığınacaq dərman müalicə test
    nəticə qeydiyyat pasport avtobus bazar kənd şəhər rayon idarə hökm zərər zorakılıq işgəncə təhqir qorxu sual söz
    danışıq görüş şahid tanış işçi növbə maaş müqavilə palata tibb bacısı kabinet protokol saxlama axtarış maşın yol`),
  endings: list(
    'a də dan ın ı lar ları larda lardan ların sı sında sından mız mızda ız çı lı sız lıq dır mış',
  ),
  givenNames:
    list(`Zeynəb Leyla Nərgiz Aysel Günel Səbinə Ülviyyə Fidan Ləman Nigar Rəşad Elçin Orxan Vüsal Cavid
    Tural İlqar Samir Zaur Fərid Kamran Nicat Əli Həsən Hüseyn Murad Rauf Sevda Arzu Gülnar`),
  familyNames:
    list(`Əliyev Məmmədov Həsənov Hüseynov Quliyev Abbasov İsmayılov Rzayev Cəfərov Kərimov Hacıyev Ağayev
    Mustafayev Bağırov Qasımov Nəbiyev Şirinov Salmanov Əhmədov Yusifov Babayev Vəliyev Zeynalov Orucov`),
};

const RUSSIAN: Vocabulary = {
  stems:
    list(`больниц врач полици участк документ дом двер улиц работ начальник школ ребёнк матер отц брат сестр сосед
    друг адвокат суд заявлени жалоб ответ ноч утр вечер телефон сообщени угроз деньг долг аренд комнат приют лекарств
    лечени анализ результат регистраци паспорт автобус рынк сел город район управлени решени вред насили пытк унижени
    страх вопрос слов разговор встреч свидетел знаком сотрудник очеред зарплат договор палат медсестр кабинет протокол`),
  endings: list('а у е ом ой ы ов ам ами ах и ей ям ями ях ного ному ным ная ные ник ский ских ость'),
  givenNames:
    list(`Анна Мария Ольга Татьяна Людмила Елена Наталья Ирина Светлана Жанна Артём Семён Алексей Дмитрий Михаил
    Сергей Андрей Руслан Тимур Камиля Диана Алина Вера Полина Игорь Олег`),
  familyNames:
    list(`Иванов Петров Смирнов Кузнецов Попов Соколов Лебедев Новиков Морозов Волков Зайцев Павлов Семёнов
    Голубев Виноградов Богданов Воробьёв Фёдоров Щедрин Белов Тарасов Комаров`),
};

const TAJIK: Vocabulary = {
  stems:
    list(`беморхона духтур милиса шуъба ҳуҷҷат хона дар кӯча кор сардор мактаб кӯдак модар падар бародар хоҳар ҳамсоя
    дӯст адвокат суд ариза шикоят ҷавоб шаб субҳ шом телефон паём таҳдид пул қарз иҷора ҳуҷра паноҳгоҳ дору табобат
    санҷиш натиҷа қайд шиноснома автобус бозор деҳа шаҳр ноҳия идора қарор зарар зӯроварӣ шиканҷа таҳқир тарс савол`),
  endings: list('ро и ҳо ҳоро ҳои ам ат аш амон атон ашон ӣ е гӣ дор манд бон гар она ӣҳо иву'),
  givenNames:
    list(`Ҳасан Ҷамшед Фарҳод Рустам Баҳром Суҳроб Далер Фирӯз Нигора Мадина Зарина Шаҳноза Гулрухсор Фотима
    Зулфия Манижа Парвина Сабрина Ҷумъа Ғафур Мирзо`),
  familyNames:
    list(`Раҳимов Шарифов Қурбонов Рӯзиев Ҳоҷиев Мирзоев Назаров Сафаров Холов Каримов Давлатов Саидов Ғаниев
    Ҷӯраев Абдуллоев Исмоилов Нуров Ашуров`),
};

const ENGLISH: Vocabulary = {
  stems:
    list(`hospital doctor police station document house door street work manager school child mother father brother
    sister neighbour friend lawyer court complaint answer night morning evening phone message threat money debt rent room
    shelter medicine treatment test result registration passport bus market village city district office decision harm
    violence torture insult fear question word meeting witness nurse record detention search car road shift wage contract`),
  endings: list('s ed ing er ers ly less ness ful ment al ive ion ions able'),
  givenNames: list(
    'Zeinab Samir Leila Aylin Farida Rashid Tamara Timur Nadia Omar Sofia Daniel Amina Jamila Kamal',
  ),
  familyNames: list(
    'Aliyev Hasanov Karimov Rahimov Ismailov Nazarov Petrov Sharifi Yusupov Mamedov Safarov Orlov',
  ),
};

/** As often as reports come in each language in a coalition of the two countries. */
export const LANGUAGES: readonly { share: number; vocabulary: Vocabulary }[] = [
  { share: 0.45, vocabulary: AZERBAIJANI },
  { share: 0.3, vocabulary: RUSSIAN },
  { share: 0.15, vocabulary: TAJIK },
  { share: 0.1, vocabulary: ENGLISH },
];
