import type { CustomAttributeKey } from '../../credential/attribute';
import type { Connection } from '../../platform/connection';
import type { GroupPage } from '../../platform/environment';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { BackgroundClient } from '../../rpc/client/background-client';
import type { SheetClient } from '../../rpc/client/sheet-client';
import type { AssignModel } from '../assign/assign-model';
import type { FileModel } from '../file/file-model';
import type { CredentialsModel } from '../group/credentials-model';
import type { ReviewModel } from '../review/review-model';
import type { WorkStore } from '../state/work-store';

/** The models and sources that change sets are made of and go through. */
export interface ChangeSetDeps {
  readonly page: GroupPage;
  readonly background: BackgroundClient;
  readonly sheet: SheetClient;
  readonly now: () => number;
  readonly credentials: CredentialsModel;
  readonly file: FileModel;
  readonly assign: AssignModel;
  readonly review: ReviewModel;
  readonly work: WorkStore;
  readonly connected: () => Connection | null;
  readonly customAttributes: () => readonly CustomAttributeKey[];
  /** Why the group could not be read. */
  readonly groupProblem: () => PlatformProblem;
  readonly goTo: (step: 'review') => void;
}

/** The secret of the set that is checked, for its run and for the notes about it. */
export interface HeldSecret {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly passphrase: string;
}
