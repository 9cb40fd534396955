import type { KeyAttributeId } from '../../credential/attribute';

/**
 * How much of a group a list of credentials tells: all of it, or who has one of the values that
 * were looked up.
 */
export interface Coverage {
  readonly isWhole: boolean;
  /**
   * The look-up texts that were asked for, by key. Where no credential here has one, nobody in the
   * group has it.
   */
  readonly asked: ReadonlyMap<KeyAttributeId, ReadonlySet<string>>;
}

export const WHOLE: Coverage = { isWhole: true, asked: new Map() };
export const IN_PART: Coverage = { isWhole: false, asked: new Map() };
