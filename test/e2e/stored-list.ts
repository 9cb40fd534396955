import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stored } from './extension-storage';

/*
 * The list of docs/privacy.md, What is stored on this computer, as a test compares it with what is
 * there: names of the storage and of files, and the fields of a run and of a change, each with the
 * line of the paper that describes it.
 */

const STORAGE: Readonly<Record<string, RegExp>> = {
  'key:{environment}': /^session key:(?:production|eu|sandbox)$/,
  'closed:key:{environment}': /^local closed:key:(?:production|eu|sandbox)$/,
  'closed:assignment:{print}': /^local closed:assignment:[0-9a-f]{32}$/,
  settings: /^local settings$/,
  pace: /^local pace$/,
  'account:{environment}:{account}': /^local account:(?:production|eu|sandbox):[\w-]+$/,
  'pages:{environment}': /^local pages:(?:production|eu|sandbox)$/,
  environment: /^local environment$/,
  'public-checks': /^local public-checks$/,
  sent: /^session sent$/,
  language: /^local language$/,
  installation: /^local installation$/,
  'first-page': /^local first-page$/,
  runs: /^file runs\/[\w-]{1,64}\.(?:changes|state)$/,
  '{run}.values': /^file history\/[\w-]{1,64}\.(?:line|values)$/,
  'run.{run}': /^file secrets\/run\.[\w-]{1,64}\.secret$/,
  history: /^file secrets\/history\.secret$/,
  'item.closed.{name}':
    /^file secrets\/item\.closed\.(?:key\.(?:production|eu|sandbox)|assignment\.[0-9a-f]{32})\.secret$/,
  names: /^file secrets\/names\.secret$/,
};

/** By the line of the paper: the fields, without the places of lists. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  where: [
    'record.environment',
    'record.account.id',
    'record.account.name',
    'record.group.id',
    'record.group.name',
  ],
  'from what': [
    'record.fileName',
    'record.sheetName',
    'record.source.kind',
    'record.source.sha256',
    'record.source.runs',
  ],
  numbers: ['record.entries', 'record.creditsAtMost', 'record.rest', 'counts', 'creditsSpent'],
  confirmed: ['record.confirmedWarnings.code', 'record.confirmedWarnings.count'],
  times: [
    ...[
      'record.createdAt',
      'record.pausedAt',
      'record.finishedAt',
      'record.restoredAt',
      'record.valuesLostAt',
    ],
    ...['standing.pausedAt', 'standing.finishedAt', 'standing.valuesLostAt', 'forgotten', 'forgottenAt'],
  ],
  state: ['record.state', 'standing.state', 'seen', 'words', 'id', 'record.id', 'header'],
  'which credential': [
    'credential',
    'change.credential',
    'change.reference',
    'change.row',
    'run',
    'position',
  ],
  recipient: ['change.who.name', 'change.who.email'],
  fields: [
    'change.fields.attribute',
    'change.fields.before',
    'change.fields.after',
    'change.fields.evidenceId',
  ],
  'around it': [
    'change.expiredOn',
    'change.updatedAt',
    'change.renews',
    'change.credits',
    'renews',
    'credits',
  ],
  outcome: ['state', 'detail', 'open'],
};

/** Sentences about what is stored and not listed, and about lines that the paper does not have. */
export function notListed(stored: Stored): readonly string[] {
  const names = [
    ...Object.keys(JSON.parse(stored.local) as object).map((name) => `local ${name}`),
    ...Object.keys(JSON.parse(stored.session) as object).map((name) => `session ${name}`),
    ...stored.files.map((name) => `file ${name}`),
  ];
  const patterns = Object.values(STORAGE);
  const fields = new Set((JSON.parse(stored.opened) as object[]).flatMap((record) => pathsOf(record)));
  const listed = Object.values(FIELDS).flat();
  return [
    ...names.filter((name) => !patterns.some((pattern) => pattern.test(name))),
    ...[...fields].filter((path) => !listed.some((one) => path === one || path.startsWith(`${one}.`))),
  ].map((name) => `docs/privacy.md does not list: ${name}`);
}

/** The lines of the list that the paper does not have. */
export function notInPaper(): readonly string[] {
  const paper = readFileSync(join(import.meta.dirname, '../../docs/privacy.md'), 'utf8');
  const rows = new Set([...paper.matchAll(/^\| ([^|]+?) +\|/gm)].map(([, first]) => first));
  return [
    ...Object.keys(STORAGE).filter((name) => !paper.includes(`\`${name}\``)),
    ...Object.keys(FIELDS).filter((name) => !rows.has(name)),
  ];
}

function pathsOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, path));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, one]) => pathsOf(one, path === '' ? name : `${path}.${name}`));
}
