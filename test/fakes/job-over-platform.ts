import { resultWords, rowResult } from '../../components/update/entry-text';
import type { BlankRule, Target, WriteRule } from '../../lib/assign/choice/assignment';
import { groupId } from '../../lib/credential/ids';
import type { Entry } from '../../lib/journal/entry';
import type { GroupPage } from '../../lib/platform/environment';
import { sightFinder } from '../../lib/run/public-check/shown-sights';
import type { HowToUpdate } from '../../lib/session/session';
import type { DateFormat } from '../../lib/sheet/dates/date-format';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import type { WorldOptions } from './background-world';
import { speakEnglish } from './messages';
import { sessionOverPlatform } from './session-over-platform';

/** Decision about a column: the attribute's label, and the other choices beside it. */
export interface ColumnDecision {
  readonly attribute: string;
  readonly blank?: BlankRule;
  readonly dateFormat?: DateFormat;
  readonly write?: WriteRule;
}

const MAIN_PAGE: GroupPage = { environment: 'production', groupId: groupId(MAIN_GROUP) };

/** A file of these bytes, as the browser would give it. */
export function fileOf(name: string, bytes: Uint8Array | string) {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return {
    name,
    size: content.byteLength,
    arrayBuffer: () => Promise.resolve(Uint8Array.from(content).buffer),
  };
}

/**
 * An admin's whole job in the main group of a generated account: everything but the views and the
 * browser is real.
 */
export async function jobOverPlatform(options: WorldOptions & { readonly page?: GroupPage } = {}) {
  speakEnglish();
  const world = await sessionOverPlatform({ page: MAIN_PAGE, ...options });
  const { session, until } = world;
  const inAssign = () => {
    const state = session.assign.state.peek();
    if (state === null) throw new Error('no sheet is open');
    return state;
  };
  const columnOf = (header: string) => {
    const found = inAssign().table.columns.find((column) => column.header === header);
    if (found === undefined) throw new Error(`there is no column ${header}`);
    return found.column;
  };
  const attributeOf = (label: string) => {
    const found = inAssign().attributes.find((attribute) => attribute.label === label);
    if (found === undefined) throw new Error(`there is no attribute ${label}`);
    return found.id;
  };
  const reviewed = () => {
    const phase = session.review.phase.peek();
    if (phase.kind !== 'ready') throw new Error(`no review: ${phase.kind}`);
    return phase.state;
  };
  return {
    ...world,
    /** Present targets of the columns by their headers: a label, or why there is none. */
    targets(): Readonly<Record<string, string>> {
      const { table, assignment, attributes } = inAssign();
      const labelOf = (target: Target) =>
        target.kind === 'attribute'
          ? (attributes.find(({ id }) => id === target.id)?.label ?? target.id)
          : target.kind;
      return Object.fromEntries(
        assignment.columns.map(({ column, target }) => [
          table.columns.find((facts) => facts.column === column)?.header ?? column,
          labelOf(target),
        ]),
      );
    },
    /** Decides these columns, and what rows are matched by. */
    assign(decisions: Readonly<Record<string, ColumnDecision>>, key?: string) {
      const { assign } = session;
      for (const [header, { attribute, blank, dateFormat, write }] of Object.entries(decisions)) {
        const column = columnOf(header);
        assign.setTarget(column, { kind: 'attribute', id: attributeOf(attribute) });
        if (blank !== undefined) assign.setBlank(column, blank);
        if (dateFormat !== undefined) assign.setDateFormat(column, dateFormat);
        if (write !== undefined) assign.setWrite(column, write);
      }
      if (key !== undefined) assign.setKey(attributeOf(key));
    },
    /** Confirms every kind of warning, skips errors, and says the last word. */
    begin,
    /** The same, and waits for the end of the run. */
    async update(): Promise<readonly Entry[]> {
      await begin();
      return end();
    },
    /** Waits for the end of the run that is under way. */
    end,
    /** The file that "Download results" or "Download failed rows" would save. */
    async resultFile(only: 'all' | 'failed'): Promise<Uint8Array> {
      const over = session.run.phase.peek();
      if (over.kind !== 'over') throw new Error('no run is over');
      const { attributes } = inAssign();
      const sightOf = sightFinder(session.publicSight.checks.peek());
      const results = over.entries.map((entry) => rowResult(entry, attributes, 'production', sightOf(entry)));
      const file = await session.resultFile(results, (skipped) => resultWords('production', skipped), only);
      if (file === null) throw new Error('there are no rows to be saved');
      return new Uint8Array(file.bytes);
    },
  };

  async function begin(how: HowToUpdate = {}): Promise<void> {
    for (const { severity, code, count } of reviewed().summary.groups) {
      if (severity === 'error') await session.review.decide({ kind: 'skip-errors', skip: true });
      if (severity === 'warning' && count > 0)
        await session.review.decide({ kind: 'confirm', code, confirmed: true });
    }
    const { obstacles } = reviewed();
    if (obstacles.length > 0) throw new Error(`in the way: ${obstacles.map(({ code }) => code).join(', ')}`);
    await session.confirm();
    if (how.isTrial === true) await session.trial.choose();
    void session.updateNow(how);
  }

  async function end(): Promise<readonly Entry[]> {
    await until(() => session.run.phase.peek().kind === 'over', 'at the end of the run');
    const over = session.run.phase.peek();
    return over.kind === 'over' ? over.entries : [];
  }
}
