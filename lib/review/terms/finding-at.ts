import type { AttributeId } from '../../credential/attribute';
import type { AlarmCode, ErrorCode, FindingFacts, FindingOf, WarningCode } from './finding';

/** How many rows or credentials a finding names: nobody reads more of 10,000 that share a key. */
export const NAMED_AT_MOST = 20;

/** An error of a row, or of one cell of it. */
export function errorAt<Code extends ErrorCode>(
  row: number,
  code: Code,
  attribute: AttributeId | null,
  facts: FindingFacts[Code],
): FindingOf<Code, 'error'> {
  return { code, severity: 'error', row, attribute, facts };
}

/** A warning of a row, or of one cell of it. */
export function warningAt<Code extends WarningCode>(
  row: number,
  code: Code,
  attribute: AttributeId | null,
  facts: FindingFacts[Code],
): FindingOf<Code, 'warning'> {
  return { code, severity: 'warning', row, attribute, facts };
}

/** An alarm of a row, or of one cell of it. */
export function alarmAt<Code extends AlarmCode>(
  row: number,
  code: Code,
  attribute: AttributeId | null,
  facts: FindingFacts[Code],
): FindingOf<Code, 'alarm'> {
  return { code, severity: 'alarm', row, attribute, facts };
}
