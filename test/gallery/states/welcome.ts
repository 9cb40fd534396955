import { ENVIRONMENTS } from '../../../lib/platform/hosts';
import type { GalleryState } from '../state';

/** The page after the installation (docs/product.md 1). */
export const WELCOME: readonly GalleryState[] = [
  ['welcome', () => ({ page: 'welcome', environments: ENVIRONMENTS })],
  ['welcome-eu-only', () => ({ page: 'welcome', environments: ['eu'] })],
  ['welcome-no-environment', () => ({ page: 'welcome', environments: [] })],
];
