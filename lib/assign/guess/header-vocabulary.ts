/** The meaning of one word of a header: "Note" and "Score" mean a grade. */
export type HeaderIdea =
  | 'filler'
  | 'and'
  | 'as-printed'
  | 'date'
  | 'issue'
  | 'expire'
  | 'valid'
  | 'until'
  | 'from'
  | 'done'
  | 'grade'
  | 'final'
  | 'real'
  | 'name'
  | 'given'
  | 'family'
  | 'full'
  | 'person'
  | 'to'
  | 'credential'
  | 'course'
  | 'title'
  | 'description'
  | 'email'
  | 'address'
  | 'phone'
  | 'number'
  | 'main'
  | 'other-matter';

/**
 * Words of headers by idea, in English, German, Spanish, French, Portuguese, Italian, Dutch and
 * Polish, as headerText writes them: small letters without accents. "ausstell-" stands for all
 * words that begin so. A word may stand for several ideas: "do" is Portuguese for "of the" and
 * Polish for "until".
 */
const WORDS: Readonly<Record<HeaderIdea, string>> = {
  and: 'and und y e et en i oraz',
  filler:
    'of the a an for in at this your my it is as should will be shown printed appear appears written exactly ' +
    'required optional new corrected correct ' +
    'der die das des dem den im am zum zur fur neu neue neues neuer ' +
    'el la los las lo un una del de nuevo nueva le les l d du des un une au aux en nouveau nouvelle nouvel ' +
    'o os da do dos das na no nas nos em ao novo nova il i gli dell della dello dei degli di nuovo nuova ' +
    'van het een nieuw nieuwe w z dla nowy nowa nowe obtained achieved received obtenue obtenu obtenida obtenido obtida ' +
    'ottenuto ottenuta conseguito conseguita erzielt erreicht behaald uzyskana uzyskany',
  'as-printed': 'as on auf en sur no na nos sul sulla op original legal official comme como come wie zoals',
  date: 'date dates dt datum fecha data day tag dia jour giorno dag dzien dnia termin timestamp on am le el il op moment',
  issue:
    'issue issued issuance issuing iss ausstell- ausgestellt ausgabe- erteilt erteilung emision emitido emitida emitidos ' +
    'expedicion expedido expedida emission emis emise delivrance delivre delivree emissao expedicao ' +
    'emissione emesso emessa rilascio rilasciato rilasciata uitgifte uitgegeven uitreiking uitgereikt afgifte afgegeven ' +
    'wydania wydano wydany wystawienia wystawiono wystawiony',
  expire:
    'expir- expiry expires expire exp ablauf- ablaufend verfall- verfallt vencimiento vence vencido caducidad caduca ' +
    'echeance peremption vencimento validade caduc- scadenza scade scadra verval- vervaldatum verloop- verloopt ' +
    'waznosci wygas-',
  valid:
    'valid validity gultig- gueltig- valido valida validez vigente vigencia vigor validite valable valide validita ' +
    'validade geldig- wazny wazna wazne waznosc waznosci',
  until:
    'until till to thru through end ends ending bis ende endet hasta fin final finaliza jusqu jusqua jusquau jusquen limite ' +
    'ate fim al fino fine termina tot eind einde eindigt do konca koniec',
  from: 'from since start starts starting begin begins ab von seit beginn desde inicio depuis debut partir inizio dal dallinizio vanaf aanvang od poczatek poczatku',
  done:
    'completed completion complete award awarded awarding conferred conferral graduation graduated earned achieved passed ' +
    'abschluss abgeschlossen verliehen verleihung bestanden finalizacion finalizado completado otorgado otorgamiento ' +
    'obtencion achevement obtention remise termine conclusao concluido conclusione completamento conseguimento ' +
    'voltooid voltooiing behaald afronding afgerond ukonczenia ukonczono zakonczenia zaliczenia',
  grade:
    'grade grades score scores mark marks note noten punkte punktzahl ergebnis resultat bewertung calificacion nota notas ' +
    'puntuacion puntaje resultado resultats resultat moyenne cote pontuacao classificacao conceito avaliacao voto votazione ' +
    'punteggio valutazione esito giudizio cijfer beoordeling resultaat ocena oceny wynik punkty result points',
  final:
    'final overall total gesamt gesamte end abschluss finale global globale generale totale totaal eind koncowa koncowy ' +
    'koncowe calkowity ogolna',
  real: 'real percentage percent letter reel pourcentage lettre porcentaje prozent prozentsatz punkte porcentagem percentuale procent',
  name: 'name names namen nombre nom noms nome naam nazwa',
  given:
    'firstname forename vorname vornamen vor rufname prenom prenoms nombres prenome voornaam voornamen voor imie imiona given',
  family:
    'lastname surname nachname nachnamen familienname zuname apellido apellidos cognome cognomi sobrenome apelido apelidos ' +
    'achternaam achternamen nazwisko nazwiska family',
  full: 'full complete whole vollstandig- vollname completo completa complet complete intero volledig- pelne pełne pelna pełna',
  person:
    'recipient recipients student students learner learners participant participants attendee attendees member members ' +
    'candidate candidates trainee trainees graduate graduates delegate delegates employee employees contact contacts ' +
    'holder holders person people worker workers registrant registrants awardee awardees earner earners ' +
    'empfanger- teilnehm- absolvent- kandidat- mitglied- mitarbeit- inhaber- person- lernende- studierende- prufling- ' +
    'destinatari- alumno alumna alumnos estudiante estudiantes participante participantes titular miembro empleado empleada ' +
    'destinataire etudiant etudiante participante stagiaire apprenant apprenante candidat candidate titulaire salarie eleve ' +
    'beneficiaire laureat laureate ' +
    'aluno aluna estudante formando formanda colaborador funcionario ' +
    'studente studenti partecipante partecipanti allievo allieva corsista candidato titolare dipendente ' +
    'ontvanger deelnemer deelnemers cursist kandidaat houder medewerker lid ' +
    'uczestnik uczestnika uczestniczki odbiorca odbiorcy kursant kursanta student studenta absolwent absolwenta posiadacz posiadacza',
  to: 'to fur fuer auf an a para pour aan dla komu',
  credential:
    'credential credentials certificate certificates certification certifications cert certs badge badges diploma diplomas award ' +
    'zertifikat- zertifizierung- urkunde urkunden bescheinigung nachweis diplom diplome abzeichen certificado certificados ' +
    'certificacion titulo credencial insignia certificat certificats attestation diplome ' +
    'certificacao certificato certificati attestato attestati certificazione certificaat certificaten getuigschrift diploma ' +
    'certyfikat certyfikatu certyfikacie certyfikatow dyplom dyplomu dyplomie zaswiadczenie zaswiadczenia zaswiadczeniu swiadectwo swiadectwa',
  course:
    'course courses training class kurs kurses kurse lehrgang- schulung- seminar- curso cursos formacion cours formation ' +
    'formacao treinamento corso corsi formazione cursus opleiding kurs kursu szkolenie szkolenia program programme programa',
  title: 'title titel titulo titre intitule libelle titolo tytul bezeichnung',
  description: 'description beschreibung descripcion descricao descrizione omschrijving beschrijving opis',
  email:
    'email emails mail correo courriel courriels emailadres mailadresse poczta pec electronico electronique elektronicznej',
  address: 'address addresses adresse adressen adres adresu direccion endereco indirizzo',
  phone:
    'phone telephone tel telefon- mobile mobil mobilnummer handy cell cellphone telefono movil celular telefone telemovel ' +
    'cellulare telefoon telefoonnummer mobiel gsm komorka komorkowy portable',
  number: 'number numbers nr num nummer nummern numero numer id code codes codigo ref',
  main: 'primary main haupt principal principale principales hoofd glowny glowna preferred bevorzugt default',
  'other-matter':
    'current interim midterm partial unposted quiz attempt created create creation modified modification changed change updated update edited login logged signin logon ' +
    'accessed access visited visit seen activity active activated deactivated last birth birthday birthdate born dob start started ' +
    'starts begin began enrolled enrollment enrolment enroled registered registration close closed opened order ordered ' +
    'purchase purchased payment paid invoice join joined leave left hire hired sent delivered clicked subscribed ' +
    'unsubscribed optin downloaded imported synced attended due requested assigned assignment timestamp ' +
    'geburt- erstellt erstellung- geandert anderung- angelegt aktualisiert anmelde- anmeldung angemeldet eintritt- ' +
    'beginn bezahlt rechnung- bestell- letzte letzter letztes ' +
    'nacimiento creacion creado modificacion modificado actualizacion inscripcion inscrito inicio pago pedido ultimo ultima ' +
    'naissance creation cree modification modifie inscription inscrit debut paiement commande dernier derniere ' +
    'nascimento criacao criado alteracao atualizacao inscricao matricula pagamento pedido ' +
    'nascita creazione creato modifica iscrizione inizio pagamento ordine ' +
    'geboorte- aangemaakt gewijzigd inschrijf- inschrijving aanmeld- start- betaald bestel- laatste ' +
    'urodzenia utworzenia modyfikacji zapisu zapisania rejestracji rozpoczecia platnosci zamowienia ostatnia ostatnie',
};

const EXACT = new Map<string, Set<HeaderIdea>>();
const BEGINNINGS: (readonly [string, HeaderIdea])[] = [];
for (const [idea, words] of Object.entries(WORDS) as [HeaderIdea, string][])
  for (const word of words.split(' '))
    if (word.endsWith('-')) BEGINNINGS.push([word.slice(0, -1), idea]);
    else EXACT.set(word, (EXACT.get(word) ?? new Set()).add(idea));

/** Least length of a compound word, and of each of its parts: "Kursnote", "eindcijfer". */
const COMPOUND = 7;
const PART = 3;
/** Ideas that are parts of compound words. Small words would be found in any text. */
const IN_COMPOUNDS: ReadonlySet<HeaderIdea> = new Set([
  'date',
  'issue',
  'expire',
  'valid',
  'until',
  'done',
  'grade',
  'final',
  'name',
  'full',
  'person',
  'credential',
  'course',
  'title',
  'email',
  'address',
  'phone',
  'number',
  'main',
  'description',
  'other-matter',
]);
/** Letters that German and Dutch put between two words. */
const BETWEEN = ['', 's', 'es', 'n', 'en', 'e'];

/**
 * Lists the ideas of a word of headerText. Empty for a word that is not known. "gesamtnote" ->
 * final, grade. "gultigkeitsende" -> valid, until.
 */
export function ideasOf(word: string): ReadonlySet<HeaderIdea> {
  const exact = EXACT.get(word);
  if (exact !== undefined) return exact;
  const compound = word.length < COMPOUND ? null : ideasOfParts(word);
  return compound ?? beginningIdeas(word);
}

/** Ideas of a word made of two known ones; null when it is not. */
function ideasOfParts(word: string): ReadonlySet<HeaderIdea> | null {
  for (let at = PART; at <= word.length - PART; at += 1) {
    const last = inCompounds(EXACT.get(word.slice(at)));
    if (last.length === 0) continue;
    for (const letters of BETWEEN) {
      const head = word.slice(0, at);
      const first = head.endsWith(letters) ? head.slice(0, head.length - letters.length) : '';
      if (first.length < PART) continue;
      const start = inCompounds(EXACT.get(first) ?? beginningIdeas(first));
      if (start.length > 0) return new Set([...start, ...last]);
    }
  }
  return null;
}

function inCompounds(ideas: ReadonlySet<HeaderIdea> = new Set()): readonly HeaderIdea[] {
  return [...ideas].filter((idea) => IN_COMPOUNDS.has(idea));
}

function beginningIdeas(word: string): ReadonlySet<HeaderIdea> {
  return new Set(BEGINNINGS.flatMap(([beginning, idea]) => (word.startsWith(beginning) ? [idea] : [])));
}
