import { must } from './parsed';
import type { StandInState } from './state/schema';
import { parseState } from './state/state-file';

type Fields = Readonly<Record<string, unknown>>;

const MOMENT = '2026-01-10T08:00:00.000Z';
const group = (id: number, more: Fields) => ({
  id,
  name: `Group ${id}`,
  course_name: `Course ${id}`,
  department_id: 71,
  created_at: MOMENT,
  updated_at: MOMENT,
  ...more,
});

/**
 * A credential of group 1 with this id; the recipient's fields are under `recipient`. For tests.
 */
export function credentialFields(id: number, more: Fields = {}): Fields {
  const { recipient, ...rest } = more;
  return {
    id,
    uuid: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    encoded_id: `e${id}`,
    group_id: 1,
    name: 'Course 1',
    issued_on: '2026-01-10',
    created_at: MOMENT,
    updated_at: MOMENT,
    recipient: { name: `Person ${id}`, email: `p${id}@example.com`, ...(recipient as Fields | undefined) },
    ...rest,
  };
}

/**
 * A state that a test can see through: group 1 refuses duplicates, group 2 allows them, group 3 is
 * of another department. With more credentials than 101 to 105 when they are given, and so many
 * credits.
 */
export function smallState(credentials?: readonly Fields[], credits = 2): StandInState {
  return must(
    parseState({
      issuer: { id: 9, name: 'Northfield', email: 'n@northfield.test', certificate_left: credits },
      groups: [
        group(1, {}),
        group(2, { allow_duplicate_credentials: true }),
        group(3, { department_id: 72, meta_data: { course_id: 'X' } }),
      ],
      attribute_keys: [
        { id: 1, name: 'Location', kind: 'text', department_id: 71 },
        { id: 2, name: 'Photo', kind: 'image', department_id: 71 },
        { id: 3, name: 'Ward', kind: 'text', department_id: 72 },
      ],
      credentials: credentials ?? [
        credentialFields(101, {
          grade: 'A',
          license_id: 'L-1',
          expired_on: '2026-02-01',
          custom_attributes: { Location: 'Leeds', Score: '7' },
          evidence_items: [{ id: 5, description: 'Exam', type: 'grade', string_object: { grade: 80 } }],
          recipient: { id: 'R-1', phone_number: '+442079460000' },
        }),
        credentialFields(102, { expired_on: '2027-02-01', meta_data: { batch: '7' } }),
        credentialFields(103, { issued_on: '2026-03-01', approve: false }),
        credentialFields(104, { group_id: 2, private: true }),
        credentialFields(105, { group_id: 3 }),
      ],
    }),
  );
}
