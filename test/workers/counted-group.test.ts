import { expect, test } from 'vitest';
import { credentialOf } from '../fakes/credential';
import { assignmentTo, openText, realSheet } from '../fakes/sheet';

/* A count from before the group is read is not shown as its count. */

test('a report says whether it was counted among all of the group', async () => {
  const sheet = realSheet();
  const table = await openText(sheet, 'Credential ID,Grade\n1,A\n2,B\n');
  const assigned = assignmentTo(table, ['credential-id', 'grade']);
  const said = () => {
    const { keys, ofWholeGroup } = sheet.report(assigned, []);
    return [keys[0]?.matched, ofWholeGroup];
  };
  expect(said()).toEqual([0, false]);
  sheet.addCredentials([], true);
  sheet.inPart();
  expect(said()).toEqual([0, false]);
  sheet.addCredentials([credentialOf({ id: '1' })], false);
  expect(said()).toEqual([1, false]);
  sheet.whole();
  expect(said()).toEqual([1, true]);
});

test('also of a group without credentials', async () => {
  const sheet = realSheet();
  const table = await openText(sheet, 'Credential ID,Grade\n1,A\n');
  sheet.addCredentials([], true);
  expect(sheet.report(assignmentTo(table, ['credential-id', 'grade']), []).ofWholeGroup).toBe(true);
});
