import { matchingText } from '../cells/matching-text';

/** Words that name a column at the end of a header: "Recipient Email", "Ausstellungs-Datum". */
const LAST = new Set(
  (
    'name names surname mail email address id ids identifier uuid number no nr date url link code phone ' +
    'nachname vorname datum adresse nummer telefon kennung nombre apellido apellidos fecha correo numero nom prenom'
  ).split(' '),
);
/** Words that name a column at its beginning, in Spanish and French: "Fecha de emisión". */
const FIRST = new Set(
  'nombre apellido apellidos fecha correo numero nom prenom date adresse email id'.split(' '),
);
/**
 * Words that are a header by themselves. In a longer text they are as often a value: "First Aid
 * Course".
 */
const ALONE = new Set(
  (
    'grade grades score mark marks result course program programme certificate certification credential diploma title ' +
    'description group cohort city town country state company organization organisation employer department role position ' +
    'language gender birthday student recipient learner participant attendee holder candidate user member issued expires ' +
    'expiry expiration completed status type note notes comment comments remarks ' +
    'kurs titel beschreibung gruppe ort stadt land firma abteilung sprache geschlecht teilnehmer teilnehmerin empfanger ' +
    'bemerkung zertifikat abschluss punkte ergebnis ' +
    'curso titulo descripcion grupo ciudad pais empresa alumno alumna estudiante participante destinatario estado nota ' +
    'calificacion certificado credencial matricula telefono vencimiento caducidad ' +
    'cours titre groupe ville pays entreprise eleve etudiant statut certificat ' +
    '姓名 名字 名前 氏名 邮箱 邮件 电子邮件 メール 日期 日付 编号 学号 课程 证书 成绩'
  ).split(' '),
);
/** German compounds: "Teilnehmername", "Ausstellungsdatum". */
const COMPOUND = /^\p{L}{3,}(?:name|datum|nummer|adresse|mail)$/u;

/** Tells whether a text names a column rather than being a value. */
export function isHeaderWord(text: string): boolean {
  const words = matchingText(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\be[\s\-_]mail/g, 'email')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return false; // no word at all
  if (LAST.has(last) || FIRST.has(first) || COMPOUND.test(last)) return true;
  return words.length === 1 && ALONE.has(first);
}
