/**
 * Names of formula errors, by the languages of spreadsheet programs: Excel in its languages,
 * LibreOffice, Google Sheets and Numbers. A mark stands behind them in the sheet.
 */
const MARKED = [
  // English: the old ones, those of later years, and those of Google and LibreOffice.
  'NULL DIV/0 VALUE REF NAME NUM N/A SPILL CALC FIELD BLOCKED CONNECT UNKNOWN BUSY PYTHON TIMEOUT EXTERNAL',
  'ERROR ERR MACRO TYPE SIZE FUNC',
  // German, Dutch.
  'WERT BEZUG ZAHL ÜBERLAUF KALK FELD BLOCKIERT VERBINDEN UNBEKANNT BESETZT FEHLER',
  'LEEG DEEL/0 WAARDE VERW NAAM GETAL OVERLOOP BEREKENING BEREKENEN VELD GEBLOKKEERD ONBEKEND BEZET FOUT',
  // French, Spanish, Catalan, Italian, Portuguese, Romanian.
  'NUL VALEUR NOM NOMBRE PROPAGATION EPARS ÉPARS CHAMP BLOQUE BLOQUÉ CONNEXION INCONNU OCCUPE OCCUPÉ ERREUR',
  'NULO VALOR DESBORDAMIENTO CAMPO BLOQUEADO CONECTAR DESCONOCIDO OCUPADO NULA',
  'NULLO VALORE RIF NOME ESPANSIONE BLOCCATO CONNETTI SCONOSCIUTO OCCUPATO ERRORE',
  'NÚM NÚMERO TRANSBORDAMENTO DESPEJAR DESPEJO EXCEDER DESCONHECIDO ERRO',
  'VALOARE NUME DEPĂȘIRE EROARE',
  // Swedish, Danish, Norwegian, Finnish.
  'SKÄRNING DIVISION/0 VÄRDEFEL REFERENS NAMN OGILTIGT SAKNAS FÄLT BLOCKERAD OKÄND UPPTAGEN FEL',
  'VÆRDI REFERENCE NAVN TAL OVERLØB BEREGN FELT BLOKERET UKENDT OPTAGET FEJL',
  'VERDI OVERFLYT BLOKKERT UKJENT OPPTATT FEIL',
  'TYHJÄ JAKO/0 ARVO VIITTAUS NIMI LUKU PUUTTUU VUOTO LEVIÄMINEN LASKE KENTTÄ ESTETTY TUNTEMATON VARATTU VIRHE',
  // Polish, Czech, Slovak, Hungarian.
  'ZERO DZIEL/0 ARG ADR NAZWA LICZBA ROZLANIE PRZENIESIENIE OBL POLE ZABLOKOWANE NIEZNANE ZAJĘTY BŁĄD',
  'DĚLENÍ_NULOU HODNOTA ODKAZ NÁZEV ČÍSLO PŘESAH VÝPOČET BLOKOVÁNO NEZNÁMÉ CHYBA',
  'NEPLATNÝ DELENIENULOU NÁZOV PRETEČENIE PRESAH',
  'NULLA ZÉRÓOSZTÓ ÉRTÉK HIV NÉV SZÁM KIBONTÁS SZÉTSZÓRÁS SZÁMÍTÁS MEZŐ HIBA',
  // Slovenian, Croatian, Serbian, Lithuanian, Latvian, Estonian.
  'NIČ DEL/0 VREDN SKLIC IME ŠTEV NAPAKA VRIJEDNOST NAZIV BROJ VREDNOST',
  'REIKŠMĖ NUORODA VARDAS SKAIČIUS VĒRTĪBA ATSAUCE NOSAUKUMS SKAITLIS VÄÄRTUS VIIDE ARV PUUDUB',
  // Russian, Ukrainian, Bulgarian, Serbian, Greek.
  'ПУСТО ДЕЛ/0 ЗНАЧ ССЫЛКА ИМЯ ЧИСЛО ПЕРЕНОС ВЫЧИСЛ ПОЛЕ ЗАБЛОКИРОВАНО ПОДКЛЮЧИТЬ НЕИЗВЕСТНО ЗАНЯТО ОШИБКА',
  "ПОРОЖНЬО ДІЛ/0 ПОСИЛАННЯ ІМ'Я ІМ’Я ПОМИЛКА ВЕЛИЧИНА НУЛЕВО СТОЙНОСТ РЕФ ИМЕ ГРЕШКА ВРЕДНОСТ",
  'ΚΕΝΟ ΔΙΑΙΡ/0 ΤΙΜΗ ΑΝΑΦ ΟΝΟΜΑ ΑΡΙΘ ΣΦΑΛΜΑ',
  // Turkish, Hebrew, Arabic.
  'BOŞ SAYI/0 DEĞER BAŞV AD SAYI TAŞMA HESAPLA ALAN ENGELLENDİ BİLİNMİYOR MEŞGUL HATA',
  'ערך שם הפניה מספר גלישה שגיאה قيمة مرجع اسم رقم خطأ تجاوز',
  // Japanese, Chinese, Korean.
  '値 名前 数値 参照 スピル 計算 フィールド エラー 值 名称 名稱 引用 數值 数字 溢出 溢位 计算 字段 欄位 错误 錯誤',
  '값 이름 숫자 참조 분산 계산 필드 오류',
];

/** Names that need no mark. */
const BARE =
  'NV NB YOK N/A N/D N/B N/V I/T Н/Д Δ/Υ HIÁNYZIK NENÍ_K_DISPOZICI NEDOSTUPNÝ GETTING_DATA PUUTTUU NĖRA';

/** Errors in small letters, by Access and report programs. Others may be hashtags. */
const SMALL = [
  ...['#Error', '#Deleted', '#Fehler', '#Gelöscht', '#Erreur', '#Erro', '#Fout', '#n/a', '#Saknas!'],
  ...['#Num!', '#Name?', '#Div/0!', '#Ref!', '#Value!', '#Null!', '#Type!', '#Size!', '#Func!'],
];

const NAMES: ReadonlySet<string> = new Set([
  ...MARKED.flatMap((names) => names.split(' ')).flatMap((name) => [`#${name}!`, `#${name}?`]),
  ...BARE.split(' ').flatMap((name) => [`#${name}`, `#${name}!`]),
  ...SMALL,
]);

/** Tells whether a text is the name of a formula error in some language: "#REF!", "#NOM?". */
export function isErrorName(text: string): boolean {
  return NAMES.has(text);
}
