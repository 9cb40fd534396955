/* Actions of a session that stays in one state: they do nothing. */

const nothing = () => undefined;
const later = () => Promise.resolve();
const no = () => false;

export const SESSION_ACTIONS = {
  readGroup: later,
  lookUpRows: later,
  readWholeGroup: later,
  lookAround: later,
  withoutSheet: later,
  goTo: nothing,
  confirm: later,
  updateNow: later,
  signInAgain: later,
  chooseResultFormat: nothing,
  resultFile: () => Promise.resolve(null),
  writtenFile: () => Promise.resolve(null),
  undo: later,
  undoTrial: later,
  actOn: later,
  sendDecided: later,
  fixRest: nothing,
  startOver: nothing,
};
export const RADAR_ACTIONS = { look: later, refresh: later };
export const CONNECTION_ACTIONS = {
  connect: later,
  refresh: later,
  renew: later,
  giveKey: later,
  forgetKey: later,
};
export const CREDENTIALS_ACTIONS = {
  load: () => Promise.resolve(true),
  loadWhole: () => Promise.resolve(true),
  outdate: nothing,
  loadDetails: () => Promise.resolve(null),
};
export const TRIAL_ACTIONS = { choose: later, readAgain: later };
export const TEMPLATE_ACTIONS = {
  begin: later,
  choose: nothing,
  narrow: later,
  write: () => Promise.resolve(null),
  close: nothing,
};
export const PUBLIC_ACTIONS = { look: later, lookAgain: later, askNow: later, nameRows: later };
export const FILE_ACTIONS = {
  open: later,
  readAs: later,
  chooseSheet: later,
  chooseHeaderRow: later,
  openUndo: nothing,
  openDecided: nothing,
  openGroup: nothing,
  openChecked: nothing,
  refuse: nothing,
  forget: no,
  lose: nothing,
  close: nothing,
};
export const ASSIGN_ACTIONS = {
  begin: later,
  clear: nothing,
  take: nothing,
  refresh: later,
  accept: nothing,
  forget: later,
  file: () => Promise.resolve(null),
  load: later,
  join: later,
  separate: later,
  setTarget: nothing,
  setDateFormat: nothing,
  setBlank: nothing,
  setWrite: nothing,
  setTransform: nothing,
  setKey: nothing,
  setAnySpelling: nothing,
  skipTheRest: nothing,
  restore: later,
  setRule: nothing,
  removeRule: nothing,
  showExample: nothing,
};
export const REVIEW_ACTIONS = {
  make: later,
  complete: later,
  outdate: nothing,
  decide: later,
  paste: later,
  setFilter: nothing,
  setSearch: nothing,
  setSort: nothing,
  previewReplace: later,
  choose: later,
  listShapes: later,
  lookAtShape: nothing,
  takeShape: later,
  markViewed: later,
  showRows: nothing,
  findNext: () => Promise.resolve(null),
};
export const RUN_ACTIONS = {
  confirm: () => Promise.resolve([]),
  dismiss: nothing,
  begin: later,
  retry: later,
  find: () => Promise.resolve(false),
  show: no,
  see: later,
  pause: later,
  resume: later,
  goOn: later,
  cancelled: () => Promise.resolve(false),
  cancel: later,
  forget: no,
  lookForValues: () => Promise.resolve(false),
  leave: nothing,
};
export const HISTORY_ACTIONS = {
  lookUpKeptDays: later,
  open: later,
  close: nothing,
  resultFile: () => Promise.resolve(null),
  finished: () => Promise.resolve(null),
  exportFile: () => Promise.resolve(new ArrayBuffer(0)),
  deleteValues: later,
  keepValues: later,
  deleteEverything: later,
};
