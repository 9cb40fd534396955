import { expect, test } from 'vitest';
import { headerText } from '../../../../lib/assign/guess/header-text';
import { PERHAPS_OF, SYNONYM_OF } from '../../../../lib/assign/guess/synonyms';

test.each([
  ['Lien du certificat', 'uuid'],
  ['URL_DU_CERTIFICAT', 'uuid'],
  ['Identifiant du destinataire', 'recipient-id'],
  ['Nom Prénom', 'recipient-name'],
  ['PRÉNOM NOM', 'recipient-name'],
  ['Nouveau courriel', 'recipient-email'],
  ['Ancien courriel', 'present-email'],
  ['Téléphone portable', 'recipient-phone'],
  ['URL de la preuve 2', 'evidence-url-2'],
  ['Description de la preuve 3', 'evidence-description-3'],
])('%s means %s', (header, attribute) => expect(SYNONYM_OF.get(headerText(header))).toBe(attribute));

// The values decide: a number may be that of a person, a licence also that of a sportsman.
test.each([
  ['N° de certificat', 'credential-id'],
  ['Numéro de licence', 'license-id'],
  ['Matricule', 'recipient-id'],
  ["Numéro d'étudiant", 'recipient-id'],
  ['Mél', 'recipient-email'],
  ['E-mail actuel', 'present-email'],
  ['Mention', 'grade'],
  ['Date du jury', 'issue-date'],
])('%s perhaps means %s', (header, attribute) => {
  expect(SYNONYM_OF.get(headerText(header))).toBeUndefined();
  expect(PERHAPS_OF.get(headerText(header))).toBe(attribute);
});

test.each([
  'Nom de naissance',
  "Nom d'usage",
  'Nom du formateur',
  'Délivré par',
  'Lien du cours',
  'Numéro de commande',
  'Nom du site',
  'Date de naissance',
  'Mention légale',
])('%s is not looked up', (header) => {
  const text = headerText(header);
  expect(SYNONYM_OF.has(text) || PERHAPS_OF.has(text)).toBe(false);
});
