import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { AttributeId, CustomAttributeKey } from '../../credential/attribute';
import type { GroupPage } from '../../platform/environment';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { DownloadChoice, DownloadCount } from '../../report/template/chosen-credentials';
import { MOST_COLUMNS, NEEDED, type TemplateColumn } from '../../report/template/template-columns';
import type { TemplateRequest } from '../../report/template-file';
import { SheetWorkerEnded, type SheetClient } from '../../rpc/client/sheet-client';
import { createLatest } from '../state/latest';
import { modelFactory } from '../state/model-factory';
import type { CredentialsModel } from './credentials-model';

/** How far a download of the group is (docs/product.md 3). */
export type TemplatePhase =
  | { readonly kind: 'none' }
  /** The group is being read (CredentialsModel says how far). */
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly problem: PlatformProblem | { readonly code: 'reader-ended' } }
  | {
      readonly kind: 'choosing' | 'writing';
      readonly columns: readonly TemplateColumn[];
      readonly chosen: ReadonlySet<AttributeId>;
      /**
       * The credentials that the file is to have; null: that is not said yet, as of an empty list.
       */
      readonly which: DownloadChoice | null;
      /** Count of these credentials; null until they are counted. */
      readonly found: DownloadCount | null;
    };

export interface TemplateModel {
  readonly phase: ReadonlySignal<TemplatePhase>;
  /** Reads the whole group, and offers its columns. */
  begin(): Promise<void>;
  /** Puts a column into the download, or takes it out; the credential's id stays. */
  choose(attribute: AttributeId, isChosen: boolean): void;
  /** Says which credentials the file is to have, and counts them. */
  narrow(which: DownloadChoice | null): Promise<void>;
  /** Writes the file, and is done. Null where it could not be written, which the phase says. */
  write(asked: Pick<TemplateRequest, 'format' | 'words'>): Promise<ArrayBuffer | null>;
  close(): void;
}

interface TemplateDeps {
  readonly page: GroupPage;
  readonly sheet: SheetClient;
  readonly credentials: CredentialsModel;
  readonly customAttributes: () => readonly CustomAttributeKey[];
  /** Whether a sheet is open, which was or will be compared with the group that is here. */
  readonly hasSheet: () => boolean;
  readonly now: () => number;
}

const ALL: DownloadChoice = { kind: 'all' };

/** Whether a download would have a row. */
export function hasSome(found: DownloadCount | null): boolean {
  return found !== null && found.count > 0;
}

/** A download of the group with its present values. */
export const createTemplateModel = modelFactory((deps: TemplateDeps): TemplateModel => {
  const { page, sheet, credentials, customAttributes, hasSheet, now } = deps;
  const phase = signal<TemplatePhase>({ kind: 'none' });
  const latest = createLatest();
  const counting = createLatest();
  const fail = (problem: Extract<TemplatePhase, { kind: 'failed' }>['problem']) =>
    void (phase.value = { kind: 'failed', problem });
  /** Does a part of it, and says when the worker ended under it. */
  const unlessEnded = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SheetWorkerEnded)) throw error;
      fail({ code: 'reader-ended' });
    }
  };
  /** Lets go of values that may be as old as the panel, unless a sheet that is open needs them. */
  const letGroupGo = () => {
    if (!hasSheet()) credentials.outdate();
  };

  return {
    phase,
    begin: () =>
      unlessEnded(async () => {
        await latest.run(async (turn) => {
          phase.value = { kind: 'reading' };
          letGroupGo();
          const isRead = await turn.answer(credentials.loadWhole());
          const { kind, ...read } = credentials.phase.peek() as { kind: string; problem?: PlatformProblem };
          if (!isRead || kind === 'failed') return fail(read.problem ?? { code: 'unreachable' });
          const columns = await turn.answer(sheet.call('templateColumns', customAttributes()));
          const usual = columns.filter(({ isUsual }) => isUsual).map(({ attribute }) => attribute);
          const found = await turn.answer(sheet.call('templateCount', ALL));
          phase.value = { kind: 'choosing', columns, chosen: new Set(usual), which: ALL, found };
        });
      }),
    choose(attribute, isChosen) {
      const open = phase.peek();
      if (open.kind !== 'choosing' || attribute === NEEDED) return;
      const chosen = new Set(open.chosen);
      if (!isChosen) chosen.delete(attribute);
      else if (chosen.size < MOST_COLUMNS) chosen.add(attribute);
      phase.value = { ...open, chosen };
    },
    narrow: (which) =>
      unlessEnded(async () => {
        await counting.run(async (turn) => {
          const open = phase.peek();
          if (open.kind !== 'choosing') return;
          phase.value = { ...open, which, found: null };
          if (which === null) return;
          const found = await turn.answer(sheet.call('templateCount', which));
          // Columns may have been chosen meanwhile.
          const now = phase.peek();
          if (now.kind === 'choosing' && now.which === which) phase.value = { ...now, found };
        });
      }),
    async write(asked) {
      const open = phase.peek();
      if (open.kind !== 'choosing' || open.which === null || !hasSome(open.found)) return null;
      const { which } = open;
      let file: ArrayBuffer | null = null;
      await unlessEnded(async () => {
        await latest.run(async (turn) => {
          phase.value = { ...open, kind: 'writing' };
          const request = { ...asked, page, attributes: [...open.chosen], now: now() };
          file = await turn.answer(sheet.call('template', request, which, customAttributes()));
          // Days may go by before it comes back: what is on the platform then is read again.
          letGroupGo();
          phase.value = { kind: 'none' };
        });
      });
      return file;
    },
    close() {
      latest.outdate();
      counting.outdate();
      phase.value = { kind: 'none' };
    },
  };
});
