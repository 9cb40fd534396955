import type { z } from '../../zod';
import type { COMMANDS } from './commands';

export type { DeleteProblem, StoredHistory } from './command-answers';
export type { RunProblem } from './run-problem';

type Commands = typeof COMMANDS;

export type CommandKind = keyof Commands;

/** The fields of a kind. zod's type of an object without any would forbid the kind too. */
type FieldsOf<K extends CommandKind> = keyof Commands[K]['schema']['shape'] extends never
  ? unknown
  : Readonly<z.output<Commands[K]['schema']>>;

/** Any command. */
export type BackgroundCommand = {
  readonly [K in CommandKind]: { readonly kind: K } & FieldsOf<K>;
}[CommandKind];

/**
 * The command of a kind. TypeScript infers the kind from the second part: `call({ kind: 'locate',
 * ... })`.
 */
export type CommandOf<K extends CommandKind> = Extract<BackgroundCommand, { readonly kind: K }> & {
  readonly kind: K;
};

/** The answer to commands of a kind. */
export type AnswerOf<K extends CommandKind> = NonNullable<Commands[K]['types']>['answer'];

/** The parts that come before the answer; never for commands that have none. */
export type PartOf<K extends CommandKind> = NonNullable<Commands[K]['types']>['part'];

/**
 * Carries out a command of a kind. `signal` aborts when the asker goes away or gives up: then the
 * answer is not delivered, and may be anything.
 */
export type CommandHandler<K extends CommandKind> = (
  command: CommandOf<K>,
  context: { readonly signal: AbortSignal; readonly part: (part: PartOf<K>) => void },
) => Promise<AnswerOf<K>>;

/** The background's side: a handler for each command. */
export type CommandHandlers = { readonly [K in CommandKind]: CommandHandler<K> };
