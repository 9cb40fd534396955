import type { GalleryState } from '../state';
import { ASSIGN } from './assign';
import { CONFIRM } from './confirm';
import { CONNECT } from './connect';
import { FOUR_EYES } from './four-eyes';
import { HISTORY } from './history';
import { OPTIONS } from './options';
import { POPUP } from './popup';
import { PROVE } from './prove';
import { REPORT } from './report';
import { REVIEW } from './review';
import { UPDATE } from './update';
import { UPLOAD } from './upload';
import { WELCOME } from './welcome';

/** Every state of the gallery, in the order of the work. */
export const STATES: readonly GalleryState[] = [
  ...CONNECT,
  ...UPLOAD,
  ...ASSIGN,
  ...REVIEW,
  ...FOUR_EYES,
  ...CONFIRM,
  ...UPDATE,
  ...HISTORY,
  ...REPORT,
  ...POPUP,
  ...OPTIONS,
  ...WELCOME,
  ...PROVE,
];
