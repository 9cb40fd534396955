import { headerText } from './header-text';

/*
 * Words of headers for somebody else than the recipient, and for another credential than that of
 * the row, in English, German, Spanish and French. They are in the form of `headerText`: lower
 * case, without accents. A word of six letters or more is a stem: "manag" finds "manager" and
 * "managers", "vorgesetzt" finds "vorgesetztennummer".
 */
const PEOPLE: readonly string[] = // Above the recipient: managers, heads, people in charge.
  (
    'manager managing mgr mngr supervisor supv boss chief superior head director coordinator teamlead ' +
    'vorgesetzt fuhrungskraft leiter leiterin teamleit abteilungsleit verantwortlich sachbearbeit ' +
    'jefe jefa gerente responsable encargad director directora ' +
    'superieur gestionnaire directeur directrice chef cheffe ' +
    // Beside the recipient: helpers, teachers, judges.
    'buddy buddies peer mentor coach tutor tuteur tutrice advisor adviser counsellor counselor colleague ' +
    'instructor teacher trainer trainerin lecturer professor facilitator educator preceptor ' +
    'reviewer assessor approver evaluator examiner invigilat proctor verifier moderator witness referee auditor ' +
    'betreuer ausbilder dozent lehrer lehrkraft pate patin prufer gutachter bewerter kollege kollegin ' +
    'evaluador companer profesor docente formador entrenador padrino madrina revisor asesor examinador ' +
    'formateur formatrice enseignant professeur parrain marraine examinateur examinatrice evaluateur evaluatrice encadrant ' +
    'collegue binome referent correcteur correctrice ' +
    // Behind the recipient: family, payers, employers and others who sent them.
    'parent parents guardian mother father spouse partner sibling sponsor recruiter referrer referral agent ' +
    'owner author signator nominator inviter recommender ' +
    'eltern elternteil erziehungsberechtigt vormund notfall ehepartner ehegatt eigentumer unterzeichn ' +
    'ansprechpartner kontaktperson padre madre padres apoderad conyuge pareja firmante propietari ' +
    'pere mere conjoint signataire proprietaire ' +
    // Instead of the recipient.
    'substitute deputy backup proxy vertret stellvertret suplente sustituto sustituta remplacant'
  ).split(' ');

const CREDENTIALS: readonly string[] = (
  'previous prior former old earlier original replaces replaced replacing replacement supersede ' +
  'predecessor successor prerequisite related linked duplicate ' +
  'ersetz ersatz vorherig fruher alte alter altes bisherig ursprunglich ubergeordnet vorganger ' +
  'nachfolg verknupft voraussetzung ' +
  'reemplaza sustituye anterior previo previa antiguo antigua sucesor predecesor prerrequisito ' +
  'remplace precedent ancien ancienne anterieur dorigine originel successeur predecesseur prerequis'
).split(' ');

/** Two words that together mean somebody else: "Reports to", "Emergency contact", "Next of kin". */
const TOGETHER =
  /\b(?:report(?:s|ing)? to|assigned to|team (?:lead|leader)|emergency contact|next of kin|renewal of|renewed from|copy of|contacto de emergencia|rend compte a|berichtet an)\b/;
/**
 * People who have done something, behind a participle: "Referred by", "Empfohlen von", "Recomendado
 * por", "Recommandé par". Not "Score by student", "Noten von Schülern", "Número por alumno".
 */
const DONE_BY =
  /(?<!\p{L})\p{L}{2,}(?:ed|en|wn|ght|ade|ne|nt|ld|ilt|un|id|ut|et) by\b|\b\p{L}{0,5}(?:ge|be|er|ver|emp|ent|zu)\p{L}{2,}(?:t|en) (?:von|durch)\b|(?<!\p{L})\p{L}{2,}(?:ad|id|crit|ech|uest|vist|eit)[oa]s? por\b/u;
/** The same in French, where the accent makes the participle: "Note par élève" has none. */
const DONE_PAR = /(?<!\p{L})\p{L}{2,}(?:ée?s?|ie?s?|ue?s?|ite?s?|ise?s?) par(?!\p{L})/u;

const STEM = 6;

/**
 * Tells whether a header speaks of somebody else than the recipient, or of another credential than
 * the row's own. Such a column may be full of ids of this very group, and is no key of its rows.
 *
 * Examples: "Supervisor Employee ID" -> 'person'. "Referred by" -> 'person'. "Replaces credential"
 * -> 'credential'. "Employee ID" -> null.
 */
export function aboutAnother(header: string): 'person' | 'credential' | null {
  const text = headerText(header);
  const words = text.split(' ');
  if (hasWord(words, PEOPLE) || TOGETHER.test(text) || isDoneBy(header, text)) return 'person';
  return hasWord(words, CREDENTIALS) ? 'credential' : null;
}

function isDoneBy(header: string, text: string): boolean {
  return DONE_BY.test(text) || DONE_PAR.test(header.normalize('NFC').toLowerCase());
}

function hasWord(words: readonly string[], listed: readonly string[]): boolean {
  return words.some((word) =>
    listed.some((other) => word === other || (other.length >= STEM && word.startsWith(other))),
  );
}
