import { changeOf } from '../fakes/background-world';
import { credentialFields, smallState } from '../platform/test-state';

export const CREDITS = 100;

/** A group in which each credential is another way in which a run can go wrong. */
export const before = () =>
  smallState(
    [
      credentialFields(301, { expired_on: '2026-02-01' }),
      // Has the wanted name already, which proves nothing about what was sent.
      credentialFields(302, { recipient: { name: 'New 302' } }),
      credentialFields(303),
      credentialFields(304, { grade: 'C', custom_attributes: { Location: 'Leeds', Score: '7' } }),
      credentialFields(305, {
        evidence_items: [
          { id: 5, description: 'Exam', type: 'url', link_url: 'https://a.test/exam', position: 0 },
        ],
      }),
      credentialFields(306, { expired_on: '2026-02-01', recipient: { name: 'New 306' } }),
      // Changed since the review.
      credentialFields(307, { recipient: { name: 'Married Name' } }),
      // Not in the run.
      credentialFields(308),
    ],
    CREDITS,
  );

export const changes = [
  changeOf(
    301,
    [
      ['recipient-name', 'Person 301', 'New 301'],
      ['expiry-date', '2026-02-01', '2028-02-01'],
    ],
    { credits: 1, renews: true },
  ),
  changeOf(302, [
    ['recipient-name', 'Person 302', 'New 302'],
    ['grade', null, 'A'],
    ['private', false, true],
  ]),
  changeOf(303, [
    ['recipient-name', 'Person 303', 'New 303'],
    ['evidence-url-1', null, 'https://a.test/303'],
    ['evidence-description-1', null, 'Portfolio'],
  ]),
  changeOf(304, [
    ['custom:Location', 'Leeds', 'York'],
    ['grade', 'C', null],
  ]),
  changeOf(305, [
    ['evidence-url-1', null, 'https://a.test/305-1'],
    ['evidence-url-2', null, 'https://a.test/305-2'],
    ['evidence-description-3', 'Exam', 'Final exam', '5'],
  ]),
  changeOf(
    306,
    [
      ['recipient-name', 'Person 306', 'New 306'],
      ['expiry-date', '2026-02-01', '2029-02-01'],
    ],
    { credits: 1, renews: true },
  ),
  changeOf(307, [['recipient-name', 'Person 307', 'New 307']]),
];
