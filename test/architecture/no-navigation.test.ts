import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import { NO_NAVIGATION } from '../../.config/no-navigation.js';

/* docs/security.md, Ways out of the panel: one file opens addresses. */

const linter = new Linter();
const findings = (code: string) =>
  linter.verify(code, {
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: NO_NAVIGATION,
  });

test.each<[string, boolean]>([
  ["location = 'https://example.org/?' + name", true],
  ['window.location = address', true],
  ['location.href = address', true],
  ['document.location.hash = name', true],
  ['top.location.search = name', true],
  ['location.assign(address)', true],
  ['window.location.replace(address)', true],
  ['window.open(address)', true],
  ['open(address)', true],
  ['navigation.navigate(address)', true],
  ['browser.tabs.create({ url: address })', true],
  ['chrome.windows.create({ url: address })', true],
  ['browser.tabs.update(1, { url: address })', true],
  ['browser.runtime.setUninstallURL(address)', true],
  ['form.requestSubmit()', true],
  ['x = <form action={address} />', true],
  ['x = <a ping={address} />', true],
  ['location.reload()', false],
  ['const { origin } = location', false],
  ['const here = window.location.href', false],
  ["name.replace('a', 'b')", false],
  ['Object.assign(row, cell)', false],
  ['session.file.open(file)', false],
  ['void session.history.open()', false],
  ['const open = (file) => file; open(file)', false],
  ['dialog.open = true', false],
  ['link.href = URL.createObjectURL(blob)', false],
  ['sheets.update(rows)', false],
  ['browser.alarms.create(name)', false],
  ['browser.tabs.query({ active: true })', false],
  ['browser.tabs.sendMessage(id, question)', false],
  ['x = <form onSubmit={save} />', false],
  ['x = (open) => <button onClick={open} />', false],
  ['x = <button onClick={() => open(address)} />', true],
])('%s', (code, isRefused) => {
  const found = findings(code);
  expect(found.filter(({ fatal }) => fatal)).toEqual([]);
  expect(found.length > 0).toBe(isRefused);
});
